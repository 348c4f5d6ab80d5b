export const leftTrim = (s: string) => s.trimStart()
