"""The vendors of the laptop: a carrier, a Slack, mail both ways, the front server and the playground."""

from local.vendors.config import Cloud, Officer, VendorConfig, run_keys
from local.vendors.server import PortInUseError, RunningVendors, serve

__all__ = ["Cloud", "Officer", "PortInUseError", "RunningVendors", "VendorConfig", "run_keys", "serve"]
