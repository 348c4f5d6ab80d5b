import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

describe('a Hugo site', () => {
  it('D10 with hugo.toml only is built into public', () => {
    expect(appOf({ 'hugo.toml': "baseURL = 'https://example.org/'\n" })).toMatchObject({
      kind: 'static',
      framework: 'hugo',
      build: 'hugo --gc --minify',
      output: 'public',
      install: null,
    })
  })

  it.each([
    [
      'config.toml',
      { 'config.toml': "baseURL = 'x'\ntheme = 'ananke'\n", 'content/a.md': '', 'themes/ananke/theme.toml': '' },
    ],
    ['config/_default/hugo.yaml', { 'config/_default/hugo.yaml': 'baseURL: x\n' }],
    ['hugo.yaml', { 'hugo.yaml': 'baseURL: x\n' }],
  ])('is known by %s', (_, files) => {
    expect(surveyOf(files).apps.map(({ root, framework }) => [root, framework])).toEqual([['.', 'hugo']])
  })

  it('publishes where its configuration says, by the command and version of its host', () => {
    const app = appOf({
      'hugo.toml': "publishDir = 'docs'\n",
      'netlify.toml':
        '[build]\ncommand = "hugo --minify --buildFuture"\n[build.environment]\nHUGO_VERSION = "0.140.2"\n',
    })
    expect(app).toMatchObject({
      output: 'docs',
      build: 'hugo --minify --buildFuture',
      runtime: { name: 'hugo', version: '0.140.2', from: 'netlify.toml' },
    })
  })

  it('with packages for its styles installs them', () => {
    const app = appOf({
      'hugo.toml': 'baseURL = "x"\n',
      'package.json': '{"devDependencies":{"postcss":"8","autoprefixer":"10"}}',
      'package-lock.json':
        '{"lockfileVersion":3,"packages":{"":{"devDependencies":{"postcss":"8","autoprefixer":"10"}}}}',
    })
    expect(app).toMatchObject({ framework: 'hugo', install: 'npm ci', packageManager: { name: 'npm' } })
  })

  it('is built by the script that runs it with other steps', () => {
    const site = (scripts: Readonly<Record<string, string>>) =>
      appOf({
        'hugo.toml': 'baseURL = "x"\n',
        'package.json': JSON.stringify({ scripts, devDependencies: { 'npm-run-all': '4', tailwindcss: '3' } }),
        'package-lock.json': '{}',
      }).build
    const parts = {
      'css:build': 'tailwindcss -o static/x.css',
      'hugo:build': 'hugo --minify',
      'hugo:serve': 'hugo server',
    }
    expect(site({ ...parts, build: 'NODE_ENV=production npm-run-all -s css:build hugo:build' })).toBe('npm run build')
    expect(site({ ...parts, prebuild: 'rimraf public', build: 'hugo --minify' })).toBe('hugo --gc --minify')
    expect(site({ ...parts, build: 'npm run css:build && npm run hugo:serve' })).toBe('hugo --gc --minify')
  })

  it('whose theme is a submodule says so', () => {
    const app = appOf({
      'hugo.toml': "theme = 'paper'\n",
      '.gitmodules': '[submodule "themes/paper"]\n\tpath = themes/paper\n\turl = https://github.com/x/paper\n',
    })
    expect(app.remarks.join()).toContain('submodule')
  })

  it('is no theme', () => {
    expect(surveyOf({ 'theme.toml': 'name = "x"\n', 'hugo.toml': '', 'layouts/a.html': '' }).apps).toEqual([])
  })
})

describe('a Jekyll site', () => {
  it('with a Gemfile is built by Bundler', () => {
    expect(
      appOf({
        '_config.yml': 'title: x\n',
        Gemfile: "gem 'jekyll', '~> 4.3'\n",
        '_posts/2020-01-01-a.md': '',
        '.ruby-version': '3.3.0\n',
      }),
    ).toMatchObject({
      kind: 'static',
      framework: 'jekyll',
      install: 'bundle install',
      build: 'bundle exec jekyll build',
      output: '_site',
      runtime: { name: 'ruby', version: '3.3' },
      start: null,
    })
  })

  it('for GitHub Pages without a Gemfile is known by its folders', () => {
    expect(appOf({ '_config.yml': 'theme: minima\n', '_posts/a.md': '' })).toMatchObject({
      framework: 'jekyll',
      build: 'jekyll build',
    })
  })

  it('writes where it is told', () => {
    expect(appOf({ '_config.yml': 'destination: ./dist\n', Gemfile: "gem 'github-pages'\n" }).output).toBe('dist')
  })
})

describe('documents that are a site', () => {
  it('MkDocs with a requirements file', () => {
    expect(
      appOf({
        'mkdocs.yml': 'site_name: x\ntheme:\n  name: material\n',
        'docs/index.md': '',
        'requirements.txt': 'mkdocs-material\n',
      }),
    ).toMatchObject({
      kind: 'static',
      framework: 'mkdocs',
      install: 'pip install -r requirements.txt',
      build: 'mkdocs build',
      output: 'site',
    })
  })

  it('MkDocs without one installs what it names', () => {
    expect(
      appOf({
        'mkdocs.yml':
          'site_name: x\nsite_dir: public\ntheme:\n  name: material\nplugins:\n  - search\n  - minify\nmarkdown_extensions:\n  - pymdownx.superfences\n',
        'docs/index.md': '',
      }),
    ).toMatchObject({
      install: 'pip install mkdocs mkdocs-material pymdown-extensions mkdocs-minify-plugin',
      output: 'public',
    })
  })

  it('Sphinx in a repository of documents', () => {
    expect(
      appOf({
        'docs/conf.py': "extensions = []\nhtml_theme = 'furo'\n",
        'docs/index.rst': '',
        'docs/requirements.txt': 'sphinx\nfuro\n',
      }),
    ).toMatchObject({
      framework: 'sphinx',
      install: 'pip install -r docs/requirements.txt',
      build: 'sphinx-build -b html docs build/html',
      output: 'build/html',
    })
  })

  it('Sphinx beside a program is not its app', () => {
    expect(
      surveyOf({
        'docs/conf.py': 'extensions = []\n',
        'pyproject.toml': '[build-system]\nrequires=[]\n[project]\nname="x"\n',
        'x/__init__.py': '',
      }).apps,
    ).toEqual([])
  })

  it.each([
    ['mdbook', { 'book.toml': '[book]\ntitle = "x"\n[build]\nbuild-dir = "out"\n' }, 'mdbook build', 'out'],
    [
      'zola',
      { 'config.toml': 'base_url = "x"\ncompile_sass = true\n', 'content/_index.md': '' },
      'zola build',
      'public',
    ],
    [
      'pelican',
      { 'pelicanconf.py': "SITENAME = 'x'\n", 'content/a.md': '' },
      'pelican content -s publishconf.py',
      'output',
    ],
    [
      'middleman',
      { 'config.rb': 'activate :autoprefixer\n', Gemfile: "gem 'middleman'\n" },
      'bundle exec middleman build',
      'build',
    ],
  ])('%s', (framework, files, build, output) => {
    expect(appOf(files)).toMatchObject({ kind: 'static', framework, build, output })
  })
})

describe('plain pages', () => {
  const page = '<!doctype html><html></html>'

  it('at the root are published as they are', () => {
    expect(appOf({ 'index.html': page, 'css/a.css': '' })).toMatchObject({
      kind: 'static',
      framework: 'plain-html',
      output: '.',
      build: null,
      install: null,
    })
  })

  it('in one folder of a repository without a program are found there', () => {
    expect(appOf({ 'public/index.html': page, 'README.md': '' })).toMatchObject({ root: '.', output: 'public' })
  })

  it('with a package.json for tools have nothing to install', () => {
    expect(appOf({ 'index.html': page, 'package.json': '{"devDependencies":{"prettier":"3"}}' })).toMatchObject({
      framework: 'plain-html',
      install: null,
      packageManager: null,
    })
  })

  it('beside a server that does not serve them are a front end', () => {
    const { apps } = surveyOf({
      'frontend/index.html': page,
      'backend/requirements.txt': 'flask\ngunicorn\n',
      'backend/app.py': 'from flask import Flask\napp = Flask(__name__)\n',
    })
    expect(apps.map(({ root, kind }) => [root, kind])).toEqual([
      ['backend', 'server'],
      ['frontend', 'static'],
    ])
  })

  it('that a hosting file names are a site of their own', () => {
    const { apps } = surveyOf({
      'requirements.txt': 'flask\ngunicorn\n',
      'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
      'site/index.html': page,
      'netlify.toml': '[build]\npublish = "site"\n',
    })
    expect(apps.map(({ root }) => root)).toEqual(['.', 'site'])
  })

  it('in coverage reports and docs of a library are none', () => {
    expect(
      surveyOf({
        'Cargo.toml': '[package]\nname = "x"\n',
        'src/lib.rs': '',
        'docs/index.html': page,
        'htmlcov/index.html': page,
      }).apps,
    ).toEqual([])
  })
})
