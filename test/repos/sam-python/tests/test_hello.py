from hello.app import handler


def test_hello():
    assert handler({}, None)['statusCode'] == 200
