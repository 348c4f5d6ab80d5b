import { describe, expect, it } from 'vitest'
import { surveyOf } from '../../survey-of.ts'

const main = '@SpringBootApplication\nclass Application { public static void main(String[] args) {} }'
const roots = (files: Readonly<Record<string, string>>) =>
  surveyOf(files).apps.map(({ root, kind }) => `${root} ${kind}`)

describe('a Gradle build of several modules', () => {
  const files = {
    gradlew: '',
    'settings.gradle': 'include "common"\ninclude "web-base"\ninclude "web-front"\ninclude "batch"\n',
    'build.gradle':
      'plugins {\n  id "org.springframework.boot" version "3.2.0" apply false\n}\nsubprojects {\n  apply plugin: "java"\n  apply plugin: "org.springframework.boot"\n  sourceCompatibility = "17"\n}\n',
    'buildSrc/build.gradle': 'plugins { id "org.springframework.boot" version "3.2.0" }\n',
    'buildSrc/src/main/groovy/CodeGenPlugin.groovy': '',
    'common/build.gradle':
      'bootJar {\n  enabled = false\n}\ndependencies { api "org.springframework.boot:spring-boot-starter" }\n',
    'common/src/main/java/Common.java': '',
    'web-base/build.gradle':
      'bootJar { enabled = false }\ndependencies {\n  api project(":common")\n  api "org.springframework.boot:spring-boot-starter-web"\n}\n',
    'web-base/src/main/java/Base.java': '',
    'web-front/build.gradle': 'dependencies { implementation project(":web-base") }\n',
    'web-front/src/main/java/com/acme/Application.java': main,
    'web-front/src/main/resources/application.yml': 'server:\n  port: 18080\n',
    'batch/build.gradle':
      'dependencies {\n  implementation project(":common")\n  implementation "org.springframework.boot:spring-boot-starter-batch"\n}\n',
    'batch/src/main/java/com/acme/Application.java': main,
  }

  it('has its apps in the modules with a main class, by what the modules below them bring', () => {
    expect(roots(files)).toEqual(['batch worker', 'web-front server'])
  })

  it('builds each from the top, with the level that is set for all', () => {
    expect(surveyOf(files).apps[1]).toMatchObject({
      build: 'cd .. && ./gradlew :web-front:bootJar',
      runtime: { name: 'java', version: '17', from: 'build.gradle' },
      port: 18080,
    })
  })

  it('takes the plugins from those that it writes itself, and modules by their accessors', () => {
    expect(
      roots({
        'settings.gradle.kts': 'include(":shared-web", ":api")\n',
        'build-logic/build.gradle.kts': 'plugins { `kotlin-dsl` }\n',
        'build-logic/src/main/kotlin/acme.spring.gradle.kts': 'plugins { id("org.springframework.boot") }\n',
        'shared-web/build.gradle.kts':
          'plugins { id("java-library") }\ndependencies { api("org.springframework.boot:spring-boot-starter-web") }\n',
        'shared-web/src/main/kotlin/Filters.kt': '',
        'api/build.gradle.kts': 'plugins { id("acme.spring") }\ndependencies { implementation(projects.sharedWeb) }\n',
        'api/src/main/kotlin/ApiApplication.kt':
          'fun main(args: Array<String>) { runApplication<ApiApplication>(*args) }',
      }),
    ).toEqual(['api server'])
  })
})

describe('a Maven build of several modules', () => {
  const dependency = (name: string) => `<dependency><groupId>g</groupId><artifactId>${name}</artifactId></dependency>`
  const pom = (name: string, inner: string, parent = '<parent><artifactId>shop</artifactId></parent>') =>
    `<project>${parent}<artifactId>${name}</artifactId><version>1</version>${inner}</project>`

  it('has its apps in the modules that begin somewhere', () => {
    expect(
      roots({
        'pom.xml': pom(
          'shop',
          `<packaging>pom</packaging><modules><module>core</module><module>api</module><module>jobs</module></modules><dependencies>${dependency('spring-boot-starter')}</dependencies>`,
          '<parent><artifactId>spring-boot-starter-parent</artifactId><version>3.1.0</version></parent>',
        ),
        'core/pom.xml': pom('core', `<dependencies>${dependency('spring-boot-starter-web')}</dependencies>`),
        'core/src/main/java/Core.java': '',
        'api/pom.xml': pom('api', `<dependencies>${dependency('core')}</dependencies>`),
        'api/src/main/java/ApiApplication.java': main,
        'jobs/pom.xml': pom(
          'jobs',
          `<dependencies>${dependency('spring-boot-maven-plugin')}${dependency('core')}</dependencies>`,
        ),
        'jobs/src/main/java/JobsApplication.java': main,
        'jobs/src/main/resources/application.properties': 'spring.main.web-application-type=none\n',
      }),
    ).toEqual(['api server', 'jobs worker'])
  })

  it('takes the Java that Spring Boot stands on where none is named', () => {
    const [app] = surveyOf({
      'pom.xml': pom(
        'shop',
        `<dependencies>${dependency('spring-boot-starter-web')}</dependencies>`,
        '<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>4.0.1</version></parent>',
      ),
      'src/main/java/App.java': main,
    }).apps
    expect(app?.runtime).toEqual({ name: 'java', version: '17', from: 'pom.xml' })
  })
})

describe('a Gradle build whose modules', () => {
  const boot = 'subprojects {\n  apply plugin: "org.springframework.boot"\n}\n'

  it('have no build file of their own are in the file above, with the scripts that it applies', () => {
    expect(
      roots({
        'settings.gradle': "include 'gateway', 'shops', 'shops:order', 'common'\n",
        'build.gradle': `${boot}project(':common') {\n  bootJar.enabled = false\n}\nproject(':gateway') {\n  dependencies { implementation 'org.springframework.boot:spring-boot-starter-webflux' }\n}\n`,
        'gateway/src/main/kotlin/GatewayApplication.kt': 'fun main() { runApplication<GatewayApplication>() }',
        'shops/build.gradle': "subprojects {\n  apply from: rootProject.file('gradle/shop.gradle')\n}\n",
        'gradle/shop.gradle': "dependencies { implementation 'org.springframework.boot:spring-boot-starter-web' }\n",
        'shops/order/src/main/kotlin/OrderApplication.kt': 'fun main() { runApplication<OrderApplication>() }',
        'common/src/main/kotlin/Common.kt': '',
      }),
    ).toEqual(['gateway server', 'shops/order server'])
  })

  it('begin in a file of another name are read in their base package', () => {
    expect(
      roots({
        'settings.gradle': "include 'bot'\ninclude 'core'\n",
        'build.gradle': boot,
        'bot/build.gradle':
          "dependencies {\n  implementation project(':core')\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}\n",
        'bot/src/main/java/org/acme/MessageApi.java': main,
        'core/build.gradle': '',
        'core/src/main/java/org/acme/core/Core.java': 'class Core {}',
      }),
    ).toEqual(['bot server'])
  })

  it('are started from above by a hosting file are apps in their folders', () => {
    const { apps } = surveyOf({
      Procfile: 'web: java -jar api/build/libs/api-*.jar --server.port=$PORT\n',
      'settings.gradle': "include 'api'\n",
      'build.gradle': boot,
      'api/build.gradle': "dependencies { implementation 'org.springframework.boot:spring-boot-starter-web' }\n",
      'api/src/main/java/ApiApplication.java': main,
      'api/src/main/resources/bootstrap.yml': 'server:\n  port: 8071\n',
    })
    expect(apps.map(({ root, start, port, honoursPort }) => ({ root, start, port, honoursPort }))).toEqual([
      { root: 'api', start: 'java -jar build/libs/api-*.jar --server.port=$PORT', port: 8071, honoursPort: true },
    ])
  })
})

it('an image whose archive only a build argument names is of no use as it is', () => {
  const [app] = surveyOf({
    'pom.xml':
      '<project><artifactId>shop</artifactId><version>1</version><dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency><dependency><artifactId>spring-boot-maven-plugin</artifactId></dependency></dependencies></project>',
    'src/main/java/App.java': main,
    Dockerfile: 'FROM openjdk:17\nARG JAR_FILE\nCOPY ${JAR_FILE} app.jar\nENTRYPOINT ["java", "-cp", "app", "App"]\n',
  }).apps
  expect(app).toMatchObject({ start: 'java -jar target/shop-1.jar', dockerfile: { usable: false } })
})
