import { html, type Markup, trusted } from './markup.ts'
import { style } from './style.ts'

/** A page that the app itself serves, and that search engines leave alone. `header` comes before the `h1`, if there is anything. */
export interface AppPage {
  readonly lang: 'en' | 'ja'
  readonly title: string
  readonly lead: string
  readonly header: Markup | null
  readonly body: Markup
}

/** The page as HTML, readable in light and dark. */
export function appPage({ lang, title, lead, header, body }: AppPage): string {
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<header>${header}<h1>${title}</h1><p class="lead">${lead}</p></header>
<main>
${body}
</main>
</body>
</html>
`
  return page.markup
}
