import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const pom = (inner: string, head = '') => `<?xml version="1.0"?>
<project>
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.4.1</version>
  </parent>
  <groupId>com.acme</groupId>
  <artifactId>shop</artifactId>
  <version>1.2.0</version>
  ${head}
  <properties><java.version>21</java.version></properties>
  <dependencies>${inner}</dependencies>
</project>
`
const dependency = (name: string) => `<dependency><groupId>g</groupId><artifactId>${name}</artifactId></dependency>`
const code = { 'src/main/java/com/acme/App.java': '@SpringBootApplication class App {}' }

describe('a Spring Boot server', () => {
  it('is built by Maven', () => {
    expect(appOf({ ...code, 'pom.xml': pom(dependency('spring-boot-starter-web')), mvnw: '' })).toMatchObject({
      kind: 'server',
      language: 'java',
      framework: 'spring-boot',
      packageManager: { name: 'maven' },
      runtime: { name: 'java', version: '21', from: 'pom.xml' },
      install: null,
      build: './mvnw package -DskipTests',
      start: 'java -jar target/shop-1.2.0.jar',
      port: 8080,
    })
  })

  it.each([
    ['application.properties', 'server.port=8081\n', 8081, null],
    ['application.properties', 'server.port=${PORT:9090}\n', 9090, true],
    ['application.yml', 'spring:\n  name: x\nserver:\n  address: 0.0.0.0\n  port: 8082\n', 8082, null],
    ['application.yaml', 'server:\n  port: ${SERVER_PORT:8083}\n', 8083, null],
  ])('listens where %s says', (name, text, port, honoursPort) => {
    expect(
      appOf({ ...code, 'pom.xml': pom(dependency('spring-boot-starter-web')), [`src/main/resources/${name}`]: text }),
    ).toMatchObject({ port, honoursPort })
  })

  it('is built by Gradle in Groovy', () => {
    const app = appOf({
      ...code,
      'build.gradle':
        "plugins {\n  id 'java'\n  id 'org.springframework.boot' version '3.4.0'\n}\nversion = '0.0.1-SNAPSHOT'\njava { toolchain { languageVersion = JavaLanguageVersion.of(17) } }\ndependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}\n",
      'settings.gradle': "rootProject.name = 'shop'\n",
      gradlew: '',
    })
    expect(app).toMatchObject({
      framework: 'spring-boot',
      packageManager: { name: 'gradle' },
      runtime: { version: '17' },
      build: './gradlew bootJar',
      start: 'java -jar build/libs/shop-0.0.1-SNAPSHOT.jar',
    })
  })

  it('is built by Gradle in Kotlin', () => {
    const app = appOf({
      ...code,
      'build.gradle.kts':
        'plugins {\n  id("org.springframework.boot") version "3.4.0"\n  kotlin("jvm") version "2.0.0"\n}\nkotlin { jvmToolchain(21) }\ndependencies {\n  implementation("org.springframework.boot:spring-boot-starter-webflux")\n}\n',
      'settings.gradle.kts': 'rootProject.name = "shop"\n',
    })
    expect(app).toMatchObject({
      framework: 'spring-boot',
      build: 'gradle bootJar',
      start: 'java -jar build/libs/shop.jar',
      runtime: { version: '21' },
    })
  })

  it('that is one module of several is built from the top', () => {
    const { apps } = surveyOf({
      'pom.xml': pom('', '<packaging>pom</packaging><modules><module>core</module><module>web</module></modules>'),
      mvnw: '',
      'core/pom.xml': pom(dependency('spring-context')),
      'core/src/main/java/C.java': '',
      'web/pom.xml': pom(dependency('spring-boot-starter-web')),
      'web/src/main/java/WebApplication.java': '@SpringBootApplication class WebApplication {}',
    })
    expect(apps.map(({ root, build, workspace }) => [root, build, workspace?.root])).toEqual([
      ['web', 'cd .. && ./mvnw package -DskipTests --projects web --also-make', '.'],
    ])
  })

  it('without a web starter is a worker', () => {
    expect(
      appOf({
        ...code,
        'pom.xml': pom(`${dependency('spring-boot-starter-amqp')}${dependency('spring-boot-maven-plugin')}`),
      }),
    ).toMatchObject({ kind: 'worker', port: null })
  })
})

describe('other servers of Java', () => {
  it.each([
    ['quarkus', dependency('quarkus-rest'), 'java -jar target/quarkus-app/quarkus-run.jar', 8080],
    ['micronaut', dependency('micronaut-http-server-netty'), 'java -jar target/shop-1.2.0.jar', 8080],
    ['javalin', dependency('javalin'), 'java -jar target/shop-1.2.0.jar', 7070],
    ['vert.x', dependency('vertx-web'), 'java -jar target/shop-1.2.0.jar', 8888],
  ])('%s', (framework, dependencies, start, port) => {
    const plain = pom(dependencies).replace(/<parent>[\s\S]*?<\/parent>/, '')
    expect(appOf({ 'pom.xml': plain, 'src/main/java/A.java': '' })).toMatchObject({
      kind: 'server',
      framework,
      start,
      port,
    })
  })

  it('Ktor is built into one archive', () => {
    const app = appOf({
      'build.gradle.kts': 'plugins { id("io.ktor.plugin") version "3.0.0" }\n',
      'settings.gradle.kts': 'rootProject.name = "chat"\n',
      'src/main/kotlin/A.kt': '',
    })
    expect(app).toMatchObject({
      framework: 'ktor',
      build: 'gradle buildFatJar',
      start: 'java -jar build/libs/chat-all.jar',
    })
  })

  it.each([
    ['id("application")', 'installDist', 'build/install/chat/bin/chat'],
    ['application', 'installDist', 'build/install/chat/bin/chat'],
    ['id("com.gradleup.shadow") version "9"', 'shadowJar', 'java -jar build/libs/chat-all.jar'],
    ['kotlin("jvm")', 'build -x test', 'java -jar build/libs/chat.jar'],
  ])('Ktor without its plugin is packed by the plugin that there is: %s', (plugin, task, start) => {
    const app = appOf({
      'build.gradle.kts': `plugins {\n  ${plugin}\n}\ndependencies { implementation("io.ktor:ktor-server-netty:3.0.0") }\n`,
      'settings.gradle.kts': 'rootProject.name = "chat"\n',
      'src/main/kotlin/A.kt': '',
    })
    expect(app).toMatchObject({ framework: 'ktor', build: `gradle ${task}`, start })
  })

  it('a war of Spring MVC needs a container', () => {
    const war = pom(dependency('spring-webmvc'), '<packaging>war</packaging>').replace(/<parent>[\s\S]*?<\/parent>/, '')
    const app = appOf({ 'pom.xml': war, 'src/main/webapp/WEB-INF/web.xml': '' })
    expect(app).toMatchObject({ framework: 'spring-mvc', start: null })
    expect(app.remarks.join()).toContain('servlet container')
  })

  it('a library is none', () => {
    const plain = pom(dependency('guava')).replace(/<parent>[\s\S]*?<\/parent>/, '')
    expect(surveyOf({ 'pom.xml': plain, 'src/main/java/A.java': '' }).apps).toEqual([])
  })

  it.each([
    ['spring-boot-starter-amqp', 'server:\n  port: 0\nmanagement:\n  server:\n    port: 8082\n', '', 'worker'],
    ['spring-boot-starter-actuator', 'server:\n  port: -1\n', '', 'worker'],
    ['spring-boot-starter-amqp', 'server:\n  port: 0\n', 'spring-cloud-starter-netflix-eureka-client', 'server'],
    ['spring-boot-starter-actuator', 'server:\n  port: 0\n', '', 'server'],
    ['spring-boot-starter-amqp', 'server:\n  port: 8080\n', '', 'server'],
  ])('with %s and %j is told from a server by where it listens', (name, settings, more, kind) => {
    const names = ['spring-boot-starter-web', name, more].filter(Boolean).map(dependency).join('')
    const app = appOf({ ...code, 'pom.xml': pom(names), 'src/main/resources/application.yml': settings })
    expect(app.kind).toBe(kind)
    if (kind === 'worker') expect(app.port).toBeNull()
  })

  it('a Discord bot is a worker', () => {
    const app = appOf({
      'build.gradle': "dependencies { implementation 'net.dv8tion:JDA:5.0.0' }\n",
      'settings.gradle': "rootProject.name='bot'\n",
      'src/main/java/A.java': '',
    })
    expect(app).toMatchObject({ kind: 'worker', framework: 'jda' })
  })
})

describe('the version of Java', () => {
  const web = pom(dependency('spring-boot-starter-web')).replace(/<properties>[\s\S]*?<\/properties>/, '')
  it.each([
    ['.java-version', { '.java-version': '17.0.2\n' }, '17', '.java-version'],
    ['.sdkmanrc', { '.sdkmanrc': 'java=21.0.1-tem\n' }, '21', '.sdkmanrc'],
    ['system.properties', { 'system.properties': 'java.runtime.version=11\n' }, '11', 'system.properties'],
    ['.tool-versions', { '.tool-versions': 'java temurin-21.0.5+11.0.LTS\n' }, '21', '.tool-versions'],
    [
      'the Dockerfile',
      {
        Dockerfile:
          'FROM maven:3.9-eclipse-temurin-17 AS b\nCOPY . .\nRUN mvn package\nFROM eclipse-temurin:17-jre\nCOPY --from=b /x.jar x.jar\nCMD ["java","-jar","x.jar"]\n',
      },
      '17',
      'Dockerfile',
    ],
    [
      'a workflow',
      {
        '.github/workflows/ci.yml':
          'jobs:\n  a:\n    steps:\n      - uses: actions/setup-java@v4\n        with:\n          java-version: "11"\n',
      },
      '11',
      '.github/workflows/ci.yml',
    ],
  ])('is pinned by %s', (_, files, version, from) => {
    expect(appOf({ ...code, 'pom.xml': web, ...files }).runtime).toEqual({ name: 'java', version, from })
  })
})
