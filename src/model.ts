export type * from './model/app.ts'
export type * from './model/facts.ts'
export type * from './model/plan.ts'
export type * from './model/tree.ts'
