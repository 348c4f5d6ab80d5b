import type { Existing, Some } from '../model.ts'
import type { Finding, Other, Proof } from './finding.ts'
import type { Place } from './place.ts'
import type { Repository } from './repository.ts'
import type { Stack } from './stack.ts'

/** What a rule wants to see. */
export interface Reads {
  readonly id: string
  /**
   * The files it wants to see, anywhere outside ignored folders. Without a slash: a file name (`package.json`, `*.csproj`).
   * With a slash: the end of a path (`.github/workflows/*.yml`, `src/main.py`). `*` stands for any text without a slash.
   */
  readonly reads: readonly string[]
  /** Paths that the list of files tells by itself, where patterns would take too many. Asked with the first round. */
  lists?(repository: Repository): readonly string[]
  /** Paths that the files of the round before name (an entry point, a config elsewhere). Asked until nothing new comes, at most three times. */
  follows?(repository: Repository): readonly string[]
}

/** One small thing that can be found out about a place. Pure. */
export interface Detector extends Reads {
  /** The toolchain that its findings belong to, unless a finding says otherwise. Absent: they hold for all (a SAM template, .env.example). */
  readonly stack?: Stack
  /** What it finds in one place. `known` is what the detectors before it in the list found there, of its own toolchain and of none. */
  find(place: Place, known: readonly Finding[]): readonly Finding[]
}

/** Recognises one delivery mechanism that the repository already has. Pure. */
export interface ExistingDetector extends Reads {
  find(repository: Repository): readonly Existing[]
}

/** Recognises a repository that holds no app: a library, a GitHub Action … Asked only where no app was found. Pure. */
export interface OtherDetector extends Reads {
  find(repository: Repository): { readonly what: Other; readonly proof: Some<Proof> } | null
}
