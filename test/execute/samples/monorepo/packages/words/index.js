export const title = 'Slipway sample'
