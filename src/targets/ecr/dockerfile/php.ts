import type { App } from '../../../model.ts'
import { portOf } from '../../start-command.ts'
import { asUser, bashCheck, blocks, type Cook, expose } from './recipe.ts'

const defaultVersion = '8.4'

/** Frameworks whose front controller lies in `public`. */
const publicRoot = new Set(['laravel', 'symfony', 'slim', 'lumen', 'codeigniter', 'laminas'])

/**
 * PHP on Apache, listening on a high port so that it needs no root; Composer's packages and front-end assets come from their own stages.
 * The start command of the repository is not used: `artisan serve` and `php -S` are for development.
 */
export const php: Cook = (app) => {
  const port = portOf(app)
  if (port === null) return { ok: false, because: ({ ecr }) => ecr.noWorkerStart }
  return {
    ok: true,
    dockerfile: text(app, port),
    ignore: ['vendor', 'node_modules', 'storage/logs/*', 'bootstrap/cache/*.php', 'tests'],
  }
}

function text(app: App, port: number): string {
  const composer = app.packageManager?.name === 'composer'
  const root = publicRoot.has(app.framework ?? '') ? '/var/www/html/public' : '/var/www/html'
  const writable = app.framework === 'laravel' ? 'storage bootstrap/cache' : app.framework === 'symfony' ? 'var' : null
  const assets = app.build !== null && /\b(?:npm|yarn|pnpm|vite|mix)\b/.test(app.build) ? withoutInstall(app.build) : ''
  return blocks(composer ? vendorStage : [], assets === '' ? [] : assetStage(assets, composer), [
    `FROM php:${app.runtime?.version ?? defaultVersion}-apache`,
    'COPY --from=mlocati/php-extension-installer:2 /usr/bin/install-php-extensions /usr/local/bin/',
    `RUN install-php-extensions ${extensions(app).join(' ')}`,
    app.framework === 'laravel' && 'ENV LOG_CHANNEL=stderr',
    '# A port above 1024 needs no root; the document root is the folder of the front controller',
    'RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini" \\',
    ' && a2enmod rewrite \\',
    ` && sed -ri 's!^Listen 80$!Listen ${port}!' /etc/apache2/ports.conf \\`,
    ` && sed -ri 's!<VirtualHost \\*:80>!<VirtualHost *:${port}>!; s!/var/www/html!${root}!g' /etc/apache2/sites-available/000-default.conf`,
    'WORKDIR /var/www/html',
    'COPY . ./',
    composer && 'COPY --from=vendor /app/vendor ./vendor',
    assets !== '' && 'COPY --from=assets /app/public ./public',
    writable !== null && `RUN mkdir -p ${writable} && chown -R www-data:www-data ${writable}`,
    asUser('www-data', port),
    expose(port),
    bashCheck(port),
  ])
}

const vendorStage: readonly string[] = [
  'FROM composer:2 AS vendor',
  'WORKDIR /app',
  'COPY . ./',
  '# Scripts would start the framework, which has no database and no extensions here',
  'RUN --mount=type=cache,target=/tmp/cache \\',
  '    composer install --no-dev --no-scripts --no-interaction --prefer-dist --optimize-autoloader --ignore-platform-reqs',
]

function assetStage(build: string, vendor: boolean): readonly (string | false)[] {
  return [
    'FROM node:24-trixie-slim AS assets',
    'WORKDIR /app',
    'COPY . ./',
    vendor && 'COPY --from=vendor /app/vendor ./vendor',
    'RUN --mount=type=cache,target=/root/.npm \\',
    '    if [ -f package-lock.json ]; then npm ci; else npm install; fi',
    `RUN ${build}`,
  ]
}

/** The build alone: Composer and npm have installed already. */
function withoutInstall(build: string): string {
  const parts = build.split('&&').map((part) => part.trim())
  return parts.filter((part) => !/^(?:composer|(?:npm|yarn|pnpm) (?:ci|install|i)\b|php )/.test(part)).join(' && ')
}

function extensions(app: App): readonly string[] {
  const drivers: Record<string, string> = {
    postgresql: 'pdo_pgsql',
    mysql: 'pdo_mysql',
    redis: 'redis',
    mongodb: 'mongodb',
    sqlite: 'pdo_sqlite',
  }
  const wanted = app.needs.flatMap((need) => drivers[need] ?? [])
  const framework = publicRoot.has(app.framework ?? '') ? ['bcmath', 'intl', 'pcntl', 'zip'] : []
  return [...new Set(['opcache', ...framework, ...(wanted.length > 0 ? wanted : ['pdo_mysql'])])].sort()
}
