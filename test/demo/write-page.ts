import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { planPage } from '../../src/page.ts'
import { runLine } from '../cli/run-line.ts'
import { viewOf } from '../page/view-of.ts'
import type { Source } from './choose-source.ts'

/** Writes the page about what is proposed for the source: that of `slipway plan --html`. Throws where the file cannot be written. */
export async function writePage(html: string, { content }: Source): Promise<void> {
  if ('folder' in content) return writeFile(html, planPage(viewOf(basename(content.folder))))
  const { code, err } = await runLine(['plan', content.clone, '--html', html])
  if (code !== 0) throw new Error(err)
}
