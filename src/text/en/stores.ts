export const stores = {
  or: 'MongoDB Atlas or Amazon DocumentDB',
  list: (names: readonly string[]) => names.join(', '),
  ecs: 'Put it where the tasks can reach it (they run in the default VPC) and allow their security group.',
  apprunner: 'App Runner reaches a private one only through a VPC connector, which the template leaves to you.',
  expected: (app: string, names: string, services: string, reached: string) =>
    `${app} expects ${names}, and none is created here: use ${services}, or what you have. ${reached} Its address goes into the environment variables of the app.`,
  sqlite: (app: string) =>
    `${app} has a driver for SQLite. A file in a container is gone with the next deployment, and every copy of the app has its own: in production use a database server.`,
}
