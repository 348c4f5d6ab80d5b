import type { Config } from './model.ts'

/** What holds where no configuration says otherwise. */
export const defaultConfig: Config = { lang: 'en', region: null, apps: [], environments: null }
