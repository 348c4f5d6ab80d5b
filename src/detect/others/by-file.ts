import type { OtherDetector } from '../detector.ts'
import type { Other } from '../finding.ts'
import { filesIn, foldersWithin, type Repository } from '../repository.ts'

/** A kind of repository that a file in its root, or in one of the usual folders, settles. */
interface Mark {
  readonly what: Other
  readonly file: RegExp
  /** Text that the file has to hold, where its name alone does not settle it. */
  readonly holds?: RegExp
  /** Looks two folders deep, not in the root alone. */
  readonly deep?: boolean
}

// The most telling first: a Flutter app holds Gradle files, a Terraform module holds a Makefile.
const telling: readonly Mark[] = [
  { what: 'github-action', file: /^action\.ya?ml$/, holds: /^runs:/m },
  { what: 'browser-extension', file: /^manifest(\.\w+)?\.json$/, holds: /"manifest_version"\s*:/, deep: true },
  { what: 'obsidian-plugin', file: /^manifest\.json$/, holds: /"minAppVersion"\s*:/ },
  { what: 'figma-plugin', file: /^manifest\.json$/, holds: /"editorType"\s*:|"api"\s*:\s*"1/ },
  { what: 'flutter', file: /^pubspec\.yaml$/, holds: /^\s+sdk:\s*flutter|^flutter:/m, deep: true },
  { what: 'dart', file: /^pubspec\.yaml$/ },
  { what: 'unity', file: /^ProjectVersion\.txt$/, deep: true },
  { what: 'godot', file: /^project\.godot$/, deep: true },
  { what: 'unreal', file: /\.uproject$/ },
  { what: 'android', file: /^AndroidManifest\.xml$/, deep: true },
  { what: 'android', file: /^build\.gradle(\.kts)?$/, holds: /com\.android\.|android\.application/, deep: true },
  { what: 'apple', file: /^(Podfile|project\.pbxproj|Cartfile)$/, deep: true },
  { what: 'swift', file: /^Package\.swift$/ },
  { what: 'tauri', file: /^tauri\.conf\.json5?$/, deep: true },
  { what: 'ansible-role', file: /^main\.ya?ml$/, holds: /galaxy_info/, deep: true },
  { what: 'ansible', file: /^(ansible\.cfg|site\.ya?ml|playbook\.ya?ml|galaxy\.yml)$/ },
  { what: 'terraform-module', file: /^(versions|variables|outputs)\.tf$/ },
  { what: 'apps-script', file: /^(appsscript|\.clasp)\.json$/ },
  { what: 'gem', file: /\.gemspec$/ },
  { what: 'home-assistant', file: /^hacs\.json$/ },
  { what: 'homebrew', file: /^.+\.rb$/, holds: /^class \w+ < Formula/m, deep: true },
  { what: 'arduino', file: /^platformio\.ini$|\.ino$/, deep: true },
  { what: 'r', file: /^DESCRIPTION$/, holds: /^Package:/m },
]

// What lies beside programs too: it names the repository only where no manifest does.
const weak: readonly Mark[] = [
  { what: 'terraform', file: /\.tf$|^terragrunt\.hcl$/, deep: true },
  { what: 'pulumi', file: /^Pulumi\.ya?ml$/, deep: true },
  { what: 'packer', file: /\.pkr\.hcl$/ },
  { what: 'helm', file: /^Chart\.yaml$/, deep: true },
  { what: 'kubernetes', file: /^kustomization\.ya?ml$/, deep: true },
  {
    what: 'cloudformation',
    file: /\.(ya?ml|json|template)$/,
    holds: /AWSTemplateFormatVersion|"?Type"?:\s*"?AWS::/,
    deep: true,
  },
  { what: 'jupyter', file: /\.ipynb$/, deep: true },
  { what: 'c', file: /^(CMakeLists\.txt|configure\.ac|meson\.build|Makefile\.am)$/ },
  {
    what: 'dotfiles',
    file: /^\.?(zshrc|bashrc|vimrc|tmux\.conf|gitconfig|chezmoi\.toml|chezmoiroot)$|^init\.(lua|vim|el)$/,
  },
  {
    what: 'compose',
    file: /^(docker-)?compose[\w.-]*\.ya?ml$/,
    deep: true,
  },
  { what: 'latex', file: /\.(tex|bib)$/, deep: true },
  { what: 'nix', file: /^flake\.nix$/ },
]

/** Repositories that one telling file settles. */
export const byTellingFile: OtherDetector = {
  id: 'by-telling-file',
  reads: [
    ...['action.yml', 'action.yaml', 'manifest.json', 'manifest.*.json', 'pubspec.yaml', 'build.gradle'],
    ...['build.gradle.kts', 'DESCRIPTION', 'Formula/*.rb', 'meta/main.yml', 'meta/main.yaml'],
  ],
  find: (repository) => firstOf(repository, telling),
}

/** Repositories that hold nothing but infrastructure, notebooks or settings. */
export const byWeakFile: OtherDetector = {
  id: 'by-weak-file',
  reads: [
    ...['*.template', 'template.yaml', 'template.yml', 'cloudformation/*.yaml', 'cloudformation/*.yml'],
    ...['cfn/*.yaml', 'cfn/*.yml', 'templates/*.yaml', 'templates/*.yml'],
  ],
  find: (repository) => firstOf(repository, weak),
}

// Deep repositories hold thousands of folders; what tells lies near the root.
const mostFolders = 1000

function firstOf(repository: Repository, marks: readonly Mark[]): ReturnType<OtherDetector['find']> {
  const near = foldersWithin(repository, 3).slice(0, mostFolders)
  for (const { what, file, holds, deep } of marks)
    for (const folder of deep ? near : ['.']) {
      const paths = filesIn(repository, folder, (name) => file.test(name))
      const path = holds ? paths.find((one) => holds.test(repository.text(one) ?? '')) : paths[0]
      if (path) return { what, proof: [{ path, line: null, says: repository.texts.seen.there }] }
    }
  return null
}
