import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

describe('tests and linters of compiled languages', () => {
  const go = {
    'go.mod': 'module example.com/api\n\ngo 1.24\n\nrequire github.com/gin-gonic/gin v1.10.0\n',
    'main.go': 'package main\n\nimport "github.com/gin-gonic/gin"\n\nfunc main() { gin.Default().Run(":8080") }\n',
  }

  it('Go: tests where a file of tests is there, golangci-lint where go.mod pins it', () => {
    expect(appOf(go)).toMatchObject({ test: null, lint: null })
    expect(appOf({ ...go, 'internal/shop/shop_test.go': 'package shop\n' }).test).toBe('go test ./...')
    const tool = 'tool github.com/golangci/golangci-lint/v2/cmd/golangci-lint\n'
    expect(appOf({ ...go, 'go.mod': go['go.mod'] + tool }).lint).toBe('go tool golangci-lint run')
  })

  it('Go: tests of another module below are not its own', () => {
    const below = {
      ...go,
      'tools/go.mod': 'module example.com/tools\n\ngo 1.24\n',
      'tools/a_test.go': 'package tools\n',
    }
    expect(surveyOf(below).apps.find(({ root }) => root === '.')?.test).toBeNull()
  })

  const pom =
    '<project><artifactId>api</artifactId><version>1</version><dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>'

  it('Java: the wrapper runs the tests, through a shell where it is not executable', () => {
    const maven = { 'pom.xml': pom, 'src/main/java/A.java': '', mvnw: '#!/bin/sh\n' }
    expect(appOf(maven).test).toBeNull()
    expect(appOf({ ...maven, 'src/test/java/ATest.java': '' }).test).toBe('./mvnw test')
    const gradle = {
      'build.gradle':
        "plugins { id 'org.springframework.boot' version '3.4.0'\n id 'com.diffplug.spotless' version '7.0.0' }\ndependencies { implementation 'org.springframework.boot:spring-boot-starter-web' }\n",
      'src/main/java/A.java': '',
      'src/test/java/ATest.java': '',
    }
    expect(appOf(gradle)).toMatchObject({ test: 'gradle test', lint: 'gradle spotlessCheck' })
  })

  it('Java: a module is tested from the top of its build', () => {
    const files = {
      'pom.xml': '<project><packaging>pom</packaging><modules><module>api</module></modules></project>',
      'api/pom.xml': pom,
      'api/src/main/java/ApiApplication.java':
        '@SpringBootApplication class A { public static void main(String[] args) {} }',
      'api/src/test/java/ATest.java': '',
    }
    expect(surveyOf(files).apps.map(({ test }) => test)).toEqual(['cd .. && mvn test --projects api --also-make'])
  })

  it('.NET: the test projects that refer to the app, wherever they lie', () => {
    const files = {
      'src/Web/Web.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>',
      'src/Web/Program.cs': '',
      'tests/Web.Tests/Web.Tests.csproj':
        '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" /><ProjectReference Include="..\\..\\src\\Web\\Web.csproj" /></ItemGroup></Project>',
      'tests/Other.Tests/Other.Tests.csproj':
        '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" /></ItemGroup></Project>',
    }
    expect(appOf(files).test).toBe('dotnet test ../../tests/Web.Tests/Web.Tests.csproj')
  })

  it('Rust: tests in their folder or beside the code, Clippy and rustfmt where they are set up', () => {
    const rust = {
      'Cargo.toml': '[package]\nname = "api"\n\n[dependencies]\naxum = "0.8"\n',
      'src/main.rs': 'fn main() {}\n',
    }
    expect(appOf(rust)).toMatchObject({ test: null, lint: null })
    expect(appOf({ ...rust, 'tests/api.rs': '', 'Cargo.lock': '' }).test).toBe('cargo test --locked')
    expect(appOf({ ...rust, 'src/lib.rs': '#[cfg(test)]\nmod tests {}\n' }).test).toBe('cargo test')
    expect(appOf({ ...rust, 'rustfmt.toml': '', 'clippy.toml': '' }).lint).toBe(
      'cargo fmt --check && cargo clippy --all-targets',
    )
  })

  it('Elixir: the packages of every environment come with the tests', () => {
    const elixir = { 'mix.exs': 'defp deps do [{:phoenix, "~> 1.7"}, {:credo, "~> 1.7", only: [:dev, :test]}] end\n' }
    expect(appOf(elixir)).toMatchObject({ test: null, lint: 'mix credo', devInstall: 'mix deps.get' })
    expect(appOf({ ...elixir, 'test/a_test.exs': '' }).test).toBe('mix test')
  })
})

describe('tests and linters of Ruby and PHP', () => {
  const rails = {
    Gemfile: 'gem "rails"\ngroup :test do\n  gem "rspec-rails"\n  gem "rubocop-rails"\nend\n',
    'config/application.rb': '',
    'config.ru': '',
  }

  it('Ruby: RSpec, or the tests of Rails with the schema before them', () => {
    expect(appOf(rails)).toMatchObject({ test: null, lint: null })
    expect(appOf({ ...rails, 'spec/a_spec.rb': '', '.rubocop.yml': '' })).toMatchObject({
      test: 'bundle exec rspec',
      lint: 'bundle exec rubocop',
    })
    expect(appOf({ ...rails, 'db/schema.rb': '', 'test/models/a_test.rb': '' }).test).toBe(
      'bundle exec rails db:test:prepare && bundle exec rails test',
    )
    expect(appOf({ ...rails, 'test/system/a_test.rb': '' }).test).toBeNull()
  })

  it('Ruby: a Rakefile runs the tests of other programs', () => {
    const sinatra = { Gemfile: 'gem "sinatra"\n', 'app.rb': '', 'config.ru': '', 'test/a_test.rb': '' }
    expect(appOf(sinatra).test).toBeNull()
    expect(appOf({ ...sinatra, Rakefile: 'Rake::TestTask.new\n' }).test).toBe('bundle exec rake test')
  })

  it('PHP: the tool that Composer brings for development', () => {
    const laravel = {
      'composer.json':
        '{"require":{"laravel/framework":"^12.0"},"require-dev":{"phpunit/phpunit":"^11","laravel/pint":"^1"}}',
      artisan: '',
      'public/index.php': '',
    }
    expect(appOf(laravel)).toMatchObject({ test: null, lint: null, devInstall: null })
    expect(appOf({ ...laravel, 'tests/Feature/ATest.php': '', 'pint.json': '{}' })).toMatchObject({
      test: 'php artisan test',
      lint: 'vendor/bin/pint --test',
      devInstall: 'composer install',
    })
    const script = {
      ...laravel,
      'tests/ATest.php': '',
      'composer.json': '{"require":{"laravel/framework":"^12.0"},"scripts":{"test":["@php artisan test"]}}',
    }
    expect(appOf(script).test).toBe('composer test')
    const sail = {
      ...laravel,
      'tests/ATest.php': '',
      'composer.json': '{"require":{"laravel/framework":"^12.0"},"scripts":{"test":["./vendor/bin/sail test"]}}',
    }
    expect(appOf(sail).test).toBeNull()
  })
})

describe('tests of SAM applications', () => {
  const template = (runtime: string, code: string) =>
    `Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: ${runtime}\n      CodeUri: ${code}\n      Handler: app.handler\n`

  it('Python: those of tests/unit, with the packages of the functions', () => {
    const files = {
      'template.yaml': template('python3.13', 'hello/'),
      'hello/app.py': '',
      'hello/requirements.txt': 'requests\n',
      'tests/requirements.txt': 'pytest\nboto3\n',
      'tests/unit/test_a.py': 'import pytest\n\ndef test_a():\n    pass\n',
      'tests/integration/test_b.py': 'import pytest\n\ndef test_b():\n    pass\n',
    }
    expect(appOf(files)).toMatchObject({
      test: 'python -m pytest tests/unit',
      devInstall: 'pip install -r hello/requirements.txt -r tests/requirements.txt',
    })
    const plain = {
      'template.yaml': files['template.yaml'],
      'hello/app.py': '',
      'tests/test_a.py': 'import unittest\n\nclass A(unittest.TestCase):\n    def test_a(self):\n        pass\n',
    }
    expect(appOf(plain)).toMatchObject({
      test: 'python -m unittest discover --start-directory tests',
      devInstall: null,
    })
    const { 'tests/unit/test_a.py': _, ...deployed } = files
    expect(appOf(deployed).test).toBeNull()
  })

  it('Node and Java: those in the folder of a function', () => {
    const node = {
      'template.yaml': template('nodejs22.x', 'hello-world/'),
      'hello-world/app.mjs': '',
      'hello-world/package.json': '{"scripts":{"test":"mocha tests/unit"}}',
    }
    expect(appOf(node).test).toBe('(cd hello-world && npm install && npm test)')
    const java = {
      'template.yaml': template('java21', 'HelloWorldFunction'),
      'HelloWorldFunction/pom.xml': '<project><artifactId>hello</artifactId></project>',
      'HelloWorldFunction/src/test/java/AppTest.java': '',
    }
    expect(appOf(java).test).toBe('(cd HelloWorldFunction && mvn test)')
  })
})
