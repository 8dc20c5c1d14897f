"""The application, for any WSGI server; its log says as little as under our own."""

from lipnet import create_app
from lipnet.core import logs

logs.configure()
app = create_app()
