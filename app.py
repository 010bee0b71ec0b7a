"""The composition root: makes the Chalice app and registers the channels."""

from chalice.app import Chalice

from chalicelib.channels.web.routes import pages

app = Chalice(app_name="porchlight")
app.register_blueprint(pages)
