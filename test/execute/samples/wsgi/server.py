import os
from wsgiref.simple_server import make_server


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ok" if environ["PATH_INFO"] == "/health" else b"Slipway sample"]


if __name__ == "__main__":
    with make_server("0.0.0.0", int(os.environ.get("PORT", "4317")), application) as server:
        server.serve_forever()
