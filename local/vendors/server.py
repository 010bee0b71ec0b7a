"""Starts the vendors on loopback and stops them again."""

from __future__ import annotations

import asyncio
import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette

from local.vendors.config import Cloud, VendorConfig
from local.vendors.mail.smtp import serve_smtp
from local.vendors.parts import Parts, web_client

GOODBYE = 2  # seconds that open requests get at the end


class PortInUseError(Exception):
    """A port is taken; `port` and `purpose` say which."""

    def __init__(self, port: int, purpose: str) -> None:
        super().__init__(f"port {port} ({purpose}) is in use by another program")
        self.port = port
        self.purpose = purpose


def serve(config: VendorConfig) -> RunningVendors:
    """Start every vendor in a thread of its own; all ports answer when this returns. Raise PortInUseError."""
    listeners = bind(config)
    running = RunningVendors(config, listeners)
    running.start()
    return running


class RunningVendors:
    """The running vendors. A context manager that stops them."""

    def __init__(self, config: VendorConfig, listeners: dict[str, socket.socket]) -> None:
        self.config = config
        self._listeners = listeners
        self._ready = threading.Event()
        self._stop: asyncio.Event
        self._loop: asyncio.AbstractEventLoop
        self._parts: Parts
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._main, name="vendors", daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._ready.wait()
        if self._error:
            raise self._error

    def attach(self, cloud: Cloud) -> None:
        """Tell the vendors where the deployed stack is; until then the front answers 503."""
        self._loop.call_soon_threadsafe(self._parts.attach, cloud)

    def stop(self) -> None:
        """Stop cleanly; harmless when stopped already."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _main(self) -> None:
        try:
            asyncio.run(self._run())
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits in start()
            self._error = error
        finally:
            self._ready.set()

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._parts = parts = Parts(self.config, web=web_client())
        servers = [server(parts.vendors_app()), server(parts.front_app())]
        sockets = [self._listeners["vendors"], self._listeners["front"]]
        tasks = [asyncio.create_task(one.serve([at])) for one, at in zip(servers, sockets, strict=True)]
        mail = await serve_smtp(parts.mail, self._listeners["mail"])
        try:
            await until_started(servers, tasks)
            self._ready.set()
            await self._stop.wait()
        finally:
            mail.close()
            for one in servers:
                one.should_exit = True
            await asyncio.gather(*tasks)
            await parts.close()


async def until_started(servers: list[uvicorn.Server], tasks: list[asyncio.Task[None]]) -> None:
    while not all(one.started for one in servers):
        for task in tasks:
            if task.done():
                task.result()
                raise RuntimeError("a server of the vendors ended before it began")
        await asyncio.sleep(0.01)


def server(app: Starlette) -> uvicorn.Server:
    config = uvicorn.Config(
        app, lifespan="off", log_level="warning", access_log=False, server_header=False, date_header=False,
        proxy_headers=False, timeout_graceful_shutdown=GOODBYE,
    )  # fmt: skip
    return uvicorn.Server(config)


def bind(config: VendorConfig) -> dict[str, socket.socket]:
    """Take the three ports; raise PortInUseError and leave none taken."""
    wanted = {"front": config.front_port, "vendors": config.port, "mail": config.smtp_port}
    listeners: dict[str, socket.socket] = {}
    for purpose, port in wanted.items():
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((config.host, port))
        except OSError as error:
            for other in [listener, *listeners.values()]:
                other.close()
            raise PortInUseError(port, purpose) from error
        listeners[purpose] = listener
    return listeners
