const programs: readonly (readonly [RegExp, string])[] = [
  [/\bcelery\b/, 'celery'],
  [/\brq\b|rqworker|rqscheduler/, 'rq'],
  [/\bdramatiq\b|rundramatiq/, 'dramatiq'],
  [/huey/, 'huey'],
  [/\barq\b/, 'arq'],
  [/\btaskiq\b/, 'taskiq'],
  [/qcluster/, 'django-q'],
  [/db_worker/, 'django-tasks'],
  [/\bsidekiq\b/, 'sidekiq'],
  [/good_job/, 'good_job'],
  [/solid_queue|bin\/jobs\b/, 'solid_queue'],
  [/jobs:work|delayed_job/, 'delayed_job'],
  [/resque/, 'resque'],
  [/artisan (?:queue:|horizon|schedule:)/, 'laravel'],
  [/messenger:consume/, 'symfony'],
]

/** The framework of a worker process by its command; null where the command does not name one. */
export function workerFramework(command: string): string | null {
  return programs.find(([pattern]) => pattern.test(command))?.[1] ?? null
}
