import type { Kind } from '../../model.ts'
import type { JavaProject } from './project.ts'

/** A framework by the names of its libraries and plugins; all patterns of `also` must be met too. */
export interface JavaFramework {
  readonly id: string
  readonly kind: Kind
  readonly names: RegExp
  readonly also?: RegExp
  readonly port: number | null
}

/** In order of precedence. Spring Boot without a web starter keeps no port open: it is a worker or a batch. */
export const javaFrameworks: readonly JavaFramework[] = [
  {
    id: 'spring-boot',
    kind: 'server',
    names: /^(?:spring-boot-maven-plugin|spring-boot-starter-parent|org\.springframework\.boot|spring-boot-starter)/,
    also: /^(?:spring-boot-starter-(?:web|webflux|webmvc|jersey|data-rest|hateoas|graphql|undertow|tomcat|jetty|websocket|web-services)|spring-cloud-starter-(?:gateway|netflix-eureka-server|netflix-zuul)[\w-]*|spring-cloud-(?:config-server|gateway)[\w-]*|spring-webmvc|spring-web|vaadin-spring-boot-starter|spring-boot-admin-starter-server|springdoc-openapi[\w-]*|jhipster-framework|dgs-starter|graphql-dgs-spring-graphql-starter|bolt-jakarta-servlet|bolt-servlet|line-bot-spring-boot[\w-]*)$/,
    port: 8080,
  },
  {
    id: 'quarkus',
    kind: 'server',
    names: /^(?:quarkus-maven-plugin|io\.quarkus|quarkus-(?:rest|resteasy|vertx-http|reactive-routes)[\w-]*)$/,
    port: 8080,
  },
  {
    id: 'micronaut',
    kind: 'server',
    names:
      /^(?:micronaut-maven-plugin|io\.micronaut\.application|micronaut-http-server[\w-]*|io\.micronaut\.minimal\.application)$/,
    port: 8080,
  },
  { id: 'ktor', kind: 'server', names: /^(?:io\.ktor\.plugin|ktor-server-[\w-]+)$/, port: 8080 },
  { id: 'helidon', kind: 'server', names: /^(?:helidon-(?:webserver|microprofile|se|mp)[\w-]*)$/, port: 8080 },
  {
    id: 'vert.x',
    kind: 'server',
    names: /^(?:vertx-web[\w-]*|vertx-core|vertx-stack-depchain|io\.vertx\.vertx-plugin)$/,
    port: 8888,
  },
  { id: 'javalin', kind: 'server', names: /^javalin(?:-bundle)?$/, port: 7070 },
  { id: 'dropwizard', kind: 'server', names: /^dropwizard-core$/, port: 8080 },
  { id: 'spark-java', kind: 'server', names: /^spark-core$/, also: /^(?!.*scala)spark-core$/, port: 4567 },
  { id: 'http4k', kind: 'server', names: /^http4k-(?:core|server-[\w-]+)$/, port: 8080 },
  { id: 'play', kind: 'server', names: /^(?:com\.typesafe\.play|org\.playframework\.play)$/, port: 9000 },
  { id: 'jooby', kind: 'server', names: /^jooby(?:-netty|-jetty|-undertow)?$/, port: 8080 },
  { id: 'spring-mvc', kind: 'server', names: /^spring-webmvc$/, port: null },
  {
    id: 'jakarta-ee',
    kind: 'server',
    names:
      /^(?:jakarta\.jakartaee-(?:web-)?api|javaee-(?:web-)?api|jersey-container-servlet[\w-]*|resteasy-servlet[\w-]*|struts2-core)$/,
    port: null,
  },
  {
    id: 'servlet',
    kind: 'server',
    names: /^(?:javax\.servlet-api|jakarta\.servlet-api|servlet-api|jetty-server|tomcat-embed-core|undertow-core)$/,
    port: null,
  },
  { id: 'jda', kind: 'worker', names: /^(?:JDA|discord4j-core|kord-core|javacord)$/, port: null },
  { id: 'telegrambots', kind: 'worker', names: /^(?:telegrambots[\w-]*|java-telegram-bot-api)$/, port: null },
  { id: 'slack-bolt', kind: 'worker', names: /^bolt-socket-mode$/, port: null },
  { id: 'spring-boot', kind: 'worker', names: /^(?:spring-boot-maven-plugin|org\.springframework\.boot)$/, port: null },
]

/** The framework of a build, by its names and those of the builds around it; undefined where none is known. Servlets count only in a war. */
export function javaFramework({ packaging }: JavaProject, names: ReadonlySet<string>): JavaFramework | undefined {
  const list = [...names]
  return javaFrameworks.find(
    ({ id, names: own, also }) =>
      list.some((name) => own.test(name)) &&
      (also === undefined || list.some((name) => also.test(name))) &&
      (packaging === 'war' || !['spring-mvc', 'jakarta-ee'].includes(id)),
  )
}
