from fastapi.testclient import TestClient

from solver.main import app


def test_root():
    assert TestClient(app).get('/').json() == {'ok': True}
