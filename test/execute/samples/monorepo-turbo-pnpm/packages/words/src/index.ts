export const title: string = 'Slipway sample'
