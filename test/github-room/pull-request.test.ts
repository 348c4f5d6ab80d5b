import { expect, it } from 'vitest'
import { keepTicks } from '../../src/github/pull-request.ts'

it('keeps the boxes that people ticked, and ticks no other', () => {
  const before = '## Steps\r\n- [x] Create the role\r\n- [ ] Merge\r\n  - [X] Check it\r\n'
  const body = '## Steps\n- [ ] Create the role\n- [ ] Merge\n  - [ ] Check it\n- [ ] New step\n'
  expect(keepTicks(body, before)).toBe(
    '## Steps\n- [x] Create the role\n- [ ] Merge\n  - [x] Check it\n- [ ] New step\n',
  )
})
