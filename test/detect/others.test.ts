import { describe, expect, it } from 'vitest'
import { surveyOf } from '../survey-of.ts'

const json = (value: unknown) => JSON.stringify(value)
const whatOf = (files: Readonly<Record<string, string>>) => {
  const { apps, other } = surveyOf(files)
  return apps.length > 0 ? apps.map(({ framework, kind }) => framework ?? kind) : other?.what
}

describe('G25 a repository without an app is named for what it is', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'a GitHub Action',
      {
        'action.yml': 'name: x\nruns:\n  using: node24\n',
        'package.json': json({ dependencies: { express: '4' } }),
        Dockerfile: 'FROM node\n',
      },
    ],
    [
      'a browser extension',
      {
        'src/manifest.json': '{"manifest_version": 3}',
        'package.json': json({ devDependencies: { vite: '6' } }),
        'index.html': '',
      },
    ],
    ['a browser extension', { 'package.json': json({ devDependencies: { wxt: '1', react: '19' } }) }],
    ['an editor extension', { 'package.json': json({ engines: { vscode: '^1.90.0' }, main: './dist/x.js' }) }],
    [
      'a desktop app',
      {
        'package.json': json({
          main: 'dist/main.js',
          scripts: { build: 'vite build' },
          devDependencies: { electron: '30', 'electron-builder': '25', vite: '6' },
        }),
        'index.html': '',
      },
    ],
    [
      'a desktop app',
      {
        'src-tauri/tauri.conf.json': '{}',
        'package.json': json({ scripts: { build: 'vite build' }, devDependencies: { vite: '6' } }),
        'index.html': '',
      },
    ],
    [
      'a mobile app',
      {
        'package.json': json({ dependencies: { expo: '51', 'react-native': '0.74' } }),
        'app.json': json({ expo: {} }),
      },
    ],
    [
      'a command line tool',
      { 'package.json': json({ bin: { x: './x.js' }, dependencies: { express: '4' } }), 'x.js': '' },
    ],
    [
      'a library',
      { 'package.json': json({ name: 'x', exports: './index.js', scripts: { test: 'xo' } }), 'index.js': '' },
    ],
    [
      'a library',
      {
        'package.json': json({ name: 'x', files: ['lib/'], dependencies: { koa: '2' }, scripts: { test: 'mocha' } }),
        'index.js': 'app.listen(3000)',
      },
    ],
    [
      'a library',
      {
        'package.json': json({
          name: 'x',
          exports: './x.js',
          scripts: { start: 'node ./sandbox/server.js' },
          devDependencies: { express: '5' },
        }),
        'sandbox/server.js': "require('express')().listen(3000)",
      },
    ],
    [
      'a Flutter app',
      {
        'pubspec.yaml': 'name: x\ndependencies:\n  flutter:\n    sdk: flutter\n',
        'android/build.gradle': 'buildscript {}',
      },
    ],
    [
      'an Android app',
      {
        'app/build.gradle.kts': 'plugins { id("com.android.application") }',
        'build.gradle.kts': '',
        'settings.gradle.kts': '',
      },
    ],
    ['an iOS or macOS app', { 'App.xcodeproj/project.pbxproj': '', 'App/main.swift': '' }],
    ['a Terraform module', { 'main.tf': '', 'variables.tf': '', 'outputs.tf': '' }],
    ['Terraform configuration', { 'envs/prod/main.tf': '' }],
    ['a Helm chart', { 'charts/app/Chart.yaml': 'name: app' }],
    ['Kubernetes manifests', { 'base/kustomization.yaml': '' }],
    ['Ansible playbooks', { 'ansible.cfg': '', 'requirements.txt': 'ansible\n', 'roles/x/tasks/main.yml': '' }],
    [
      'CloudFormation templates',
      { 'template.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n' },
    ],
    ['Jupyter notebooks', { 'a.ipynb': '{}', 'b.ipynb': '{}', 'requirements.txt': 'pandas\n' }],
    ['a WordPress plugin', { 'x.php': '<?php\n/**\n * Plugin Name: X\n */\n' }],
    ['a Ruby gem', { 'x.gemspec': '', 'lib/x.rb': '' }],
    ['a Python package without a server', { 'pyproject.toml': '[project]\nname = "x"\n', 'x/__init__.py': '' }],
    ['a Go module without a server', { 'go.mod': 'module x\n', 'x.go': 'package x' }],
    ['documents', { 'README.md': '# AWS, FastAPI and Express', 'docs/a.md': '', LICENSE: '' }],
    ['a single document', { 'README.md': 'moved' }],
    [
      'services for Docker Compose from images made elsewhere',
      { 'docker-compose.yml': 'services:\n  db:\n    image: postgres\n' },
    ],
    ['dotfiles', { '.zshrc': '', '.vimrc': '', 'install.sh': '' }],
  ])('%s %#', (what, files) => {
    expect(whatOf(files)).toBe(what)
  })
})

it('a library of another language with its test apps and samples has no app', () => {
  const flask = 'from flask import Flask\napp = Flask(__name__)\n'
  const files = {
    'pyproject.toml': '[project]\nname = "x"\n',
    'tests/apps/app.py': flask,
    'tests/apps/requirements.txt': 'flask\n',
    'demo/app.py': flask,
    'demo/requirements.txt': 'flask\n',
  }
  expect(whatOf(files)).toBe('a Python package without a server')
})

it('a template whose folder waits for a name has no app', () => {
  const folder = '{{cookiecutter.slug}}'
  const files = { 'setup.py': '', [`${folder}/manage.py`]: '', [`${folder}/requirements.txt`]: 'django\n' }
  expect(whatOf(files)).toBe('a Python package without a server')
})

it('a generator with the framework that it generates is a command line tool', () => {
  const manifest = {
    name: 'create-x',
    bin: './dist/x.js',
    files: ['dist'],
    scripts: { start: 'node dist/x.js' },
    devDependencies: { next: '15' },
  }
  expect(whatOf({ 'package.json': json(manifest), 'pages/index.jsx': '', 'next.config.js': '' })).toBe(
    'a command line tool',
  )
})

it('a role of Ansible is no document', () => {
  expect(whatOf({ 'README.md': '', 'meta/main.yml': 'galaxy_info:\n', 'tasks/main.yml': '' })).toBe('an Ansible role')
})

it('G29 a README that names a framework is no evidence', () => {
  expect(whatOf({ 'README.md': 'A FastAPI service. Run `uvicorn main:app`.' })).toBe('a single document')
})

describe('what looks like one of these and is an app all the same', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'vite',
      {
        'package.json': json({ scripts: { build: 'vite build' }, devDependencies: { vite: '6' }, exports: './x.js' }),
        'index.html': '',
      },
    ],
    [
      'next',
      {
        'package.json': json({
          scripts: { build: 'next build', start: 'next start' },
          dependencies: { next: '15', 'react-native': '0.7', expo: '51' },
        }),
      },
    ],
  ])('%s', (framework, files) => {
    expect(whatOf(files)).toEqual([framework])
  })
})
