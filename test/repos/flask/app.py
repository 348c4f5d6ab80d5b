import os
from flask import Flask

app = Flask(__name__)


@app.get('/healthz')
def health():
    return 'ok'


SECRET = os.environ['SECRET_KEY']
