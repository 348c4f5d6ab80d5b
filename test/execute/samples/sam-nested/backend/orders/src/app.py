def handler(event, context):
    return 'Slipway sample'
