import unittest

from hello.app import handler


class HandlerTest(unittest.TestCase):
    def test_answers(self):
        self.assertEqual(handler({}, None)['statusCode'], 200)
