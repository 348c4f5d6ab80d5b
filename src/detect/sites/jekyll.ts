import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { get, text } from '../json.ts'
import type { Place } from '../place.ts'
import { gemsAt } from '../ruby/gems.ts'
import { rubyTools } from '../ruby/server.ts'

/** Jekyll sites: the gem, or `_config.yml` beside Jekyll's folders. */
export const jekyll: Detector = {
  id: 'jekyll',
  stack: 'ruby',
  reads: ['_config.yml', '_config.yaml', 'Gemfile', '.ruby-version'],
  find(place) {
    const gems = gemsAt(place)
    const gem = gems?.get('jekyll') ?? gems?.get('github-pages')
    const config = place.pick('_config.yml', '_config.yaml')
    if (config === undefined || isTheme(place) || gems?.has('rails')) return []
    if (!gem && !looksLikeJekyll(place)) return []
    const proof = gem ?? place.proof(config, place.texts.seen.besideJekyll(config))
    const output = text(get(place.yaml(config), 'destination')) ?? '_site'
    return [
      find('framework', { id: 'jekyll', kind: 'static', major: null, spa: false }, proof),
      ...(gems ? rubyTools(place) : [find('language', 'ruby', proof), find('install', 'gem install jekyll', proof)]),
      find('build', gems ? 'bundle exec jekyll build' : 'jekyll build', proof),
      find('output', output.replace(/^\.\//, '').replace(/\/$/, ''), {
        ...proof,
        says: place.texts.seen.toolWritesTo('Jekyll', output),
      }),
    ]
  },
}

function looksLikeJekyll(place: Place): boolean {
  const folders = place.folder.folders
  return (
    ['_posts', '_layouts', '_includes', '_pages', '_data', '_sass'].some((name) => folders.has(name)) ||
    /^(?:theme|remote_theme|plugins|permalink):/m.test(place.text('_config.yml') ?? '')
  )
}

function isTheme(place: Place): boolean {
  return [...place.folder.files].some((name) => name.endsWith('.gemspec')) && !place.folder.folders.has('_posts')
}
