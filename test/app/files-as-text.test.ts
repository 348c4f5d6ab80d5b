import { expect, it } from 'vitest'
import { filesAsText } from '../../src/app/files-as-text.ts'
import { textsIn } from '../../src/text.ts'
import { file } from './scene.ts'

it('B65 B37 shows files as text that nothing in them can leave', () => {
  const text = filesAsText(
    [file('a<b>.yml', 'x: ````\n</details><!-- -->\n````\n'), file('run.sh', '#!/bin/sh\n', '100755')],
    textsIn('en'),
  )
  expect(text).toContain('create <code>a&#60;b&#62;.yml</code>')
  expect(text).toContain('`````\nx: ````\n</details><!-- -->\n````\n`````')
})

it('B67 names the files that do not fit', () => {
  const text = filesAsText([file('small.yml', 'a\n'), file('big.yml', 'b'.repeat(60_000))], textsIn('en'))
  expect(text.length).toBeLessThan(55_000)
  expect(text).toContain('Too long to show: `big.yml`.')
})
