import type { OtherDetector } from '../detector.ts'
import { filesIn, foldersWithin, type Repository } from '../repository.ts'

/** A kind of repository that a file in its root, or in one of the usual folders, settles. */
interface Mark {
  readonly what: string
  readonly file: RegExp
  /** Text that the file has to hold, where its name alone does not settle it. */
  readonly holds?: RegExp
  /** Looks two folders deep, not in the root alone. */
  readonly deep?: boolean
}

// The most telling first: a Flutter app holds Gradle files, a Terraform module holds a Makefile.
const telling: readonly Mark[] = [
  { what: 'a GitHub Action', file: /^action\.ya?ml$/, holds: /^runs:/m },
  { what: 'a browser extension', file: /^manifest(\.\w+)?\.json$/, holds: /"manifest_version"\s*:/, deep: true },
  { what: 'an Obsidian plugin', file: /^manifest\.json$/, holds: /"minAppVersion"\s*:/ },
  { what: 'a Figma plugin', file: /^manifest\.json$/, holds: /"editorType"\s*:|"api"\s*:\s*"1/ },
  { what: 'a Flutter app', file: /^pubspec\.yaml$/, holds: /^\s+sdk:\s*flutter|^flutter:/m, deep: true },
  { what: 'a Dart package', file: /^pubspec\.yaml$/ },
  { what: 'a game made with Unity', file: /^ProjectVersion\.txt$/, deep: true },
  { what: 'a game made with Godot', file: /^project\.godot$/, deep: true },
  { what: 'a game made with Unreal Engine', file: /\.uproject$/ },
  { what: 'an Android app', file: /^AndroidManifest\.xml$/, deep: true },
  { what: 'an Android app', file: /^build\.gradle(\.kts)?$/, holds: /com\.android\.|android\.application/, deep: true },
  { what: 'an iOS or macOS app', file: /^(Podfile|project\.pbxproj|Cartfile)$/, deep: true },
  { what: 'a Swift package', file: /^Package\.swift$/ },
  { what: 'a desktop app made with Tauri', file: /^tauri\.conf\.json5?$/, deep: true },
  { what: 'an Ansible role', file: /^main\.ya?ml$/, holds: /galaxy_info/, deep: true },
  { what: 'Ansible playbooks', file: /^(ansible\.cfg|site\.ya?ml|playbook\.ya?ml|galaxy\.yml)$/ },
  { what: 'a Terraform module', file: /^(versions|variables|outputs)\.tf$/ },
  { what: 'a Google Apps Script project', file: /^(appsscript|\.clasp)\.json$/ },
  { what: 'a Ruby gem', file: /\.gemspec$/ },
  { what: 'a Home Assistant integration', file: /^hacs\.json$/ },
  { what: 'a Homebrew tap', file: /^.+\.rb$/, holds: /^class \w+ < Formula/m, deep: true },
  { what: 'an Arduino or PlatformIO project', file: /^platformio\.ini$|\.ino$/, deep: true },
  { what: 'an R package', file: /^DESCRIPTION$/, holds: /^Package:/m },
]

// What lies beside programs too: it names the repository only where no manifest does.
const weak: readonly Mark[] = [
  { what: 'Terraform configuration', file: /\.tf$|^terragrunt\.hcl$/, deep: true },
  { what: 'infrastructure for Pulumi', file: /^Pulumi\.ya?ml$/, deep: true },
  { what: 'a Packer image', file: /\.pkr\.hcl$/ },
  { what: 'a Helm chart', file: /^Chart\.yaml$/, deep: true },
  { what: 'Kubernetes manifests', file: /^kustomization\.ya?ml$/, deep: true },
  {
    what: 'CloudFormation templates',
    file: /\.(ya?ml|json|template)$/,
    holds: /AWSTemplateFormatVersion|"?Type"?:\s*"?AWS::/,
    deep: true,
  },
  { what: 'Jupyter notebooks', file: /\.ipynb$/, deep: true },
  { what: 'a C or C++ project', file: /^(CMakeLists\.txt|configure\.ac|meson\.build|Makefile\.am)$/ },
  {
    what: 'dotfiles',
    file: /^\.?(zshrc|bashrc|vimrc|tmux\.conf|gitconfig|chezmoi\.toml|chezmoiroot)$|^init\.(lua|vim|el)$/,
  },
  {
    what: 'services for Docker Compose from images made elsewhere',
    file: /^(docker-)?compose[\w.-]*\.ya?ml$/,
    deep: true,
  },
  { what: 'a LaTeX document', file: /\.(tex|bib)$/, deep: true },
  { what: 'a Nix flake', file: /^flake\.nix$/ },
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
      if (path) return { what, proof: [{ path, line: null, says: 'is there' }] }
    }
  return null
}
