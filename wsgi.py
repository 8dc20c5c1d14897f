"""The application, for any WSGI server."""

from lipnet import create_app

app = create_app()
