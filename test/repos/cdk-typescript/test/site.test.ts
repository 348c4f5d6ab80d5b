test('ok', () => {})
