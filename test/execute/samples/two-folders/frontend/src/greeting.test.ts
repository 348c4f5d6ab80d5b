import { expect, it } from 'vitest'
import { greeting } from './greeting'

it('greets by name', () => expect(greeting('you')).toBe('Hello, you'))
