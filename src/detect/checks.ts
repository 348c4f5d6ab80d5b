import { dotnetChecks } from './checks/dotnet.ts'
import { elixirChecks } from './checks/elixir.ts'
import { goChecks } from './checks/go.ts'
import { javaChecks } from './checks/java.ts'
import { phpChecks } from './checks/php.ts'
import { pythonChecks } from './checks/python.ts'
import { rubyChecks } from './checks/ruby.ts'
import { rustChecks } from './checks/rust.ts'
import { samChecks } from './checks/sam.ts'
import type { Detector } from './detector.ts'

/** Tests and linters of the languages besides Node, one rule for each. They see language and package manager, so they come last. */
export const checks: readonly Detector[] = [
  samChecks,
  pythonChecks,
  goChecks,
  javaChecks,
  rubyChecks,
  phpChecks,
  dotnetChecks,
  rustChecks,
  elixirChecks,
]
