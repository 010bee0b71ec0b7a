"""The composition root: makes the Chalice app and registers the channels."""

from chalice.app import Chalice

from chalicelib.channels.email import entry as mail_entry
from chalicelib.channels.jobs import ingest, sender, sweeper
from chalicelib.channels.slack import entry as slack_entry
from chalicelib.channels.slack import worker as slack_worker
from chalicelib.channels.sms import entry as sms_entry
from chalicelib.channels.web.routes import pages

app = Chalice(app_name="porchlight")
app.api.binary_types.append("multipart/form-data")  # a form that brings a photo
for channel in (
    pages,
    sms_entry.texts,
    slack_entry.slack,
    slack_worker.worker,
    sender.jobs,
    sweeper.jobs,
    ingest.jobs,
    mail_entry.mails,
):
    app.register_blueprint(channel)
