/** What the network templates are written in. */
export type AccountsFormat = 'cloudformation' | 'terraform'

/** Where data lies, as far as moving it differs. */
export type StoreKind =
  | 'postgresql'
  | 'mysql'
  | 'mariadb'
  | 'sqlserver'
  | 'oracle'
  | 'aurora-postgresql'
  | 'aurora-mysql'
  | 'documentdb'
  | 'dynamodb'
  | 's3'
  | 'efs'
  | 'redis'
  | 'opensearch'
  | 'cognito'
  | 'secrets'

/** `from` opens connections to these TCP ports of `to`; `both`: and the other way round. `environments` null: in all of them. */
export interface LinkWish {
  readonly from: string
  readonly to: string
  readonly both: boolean
  readonly ports: readonly number[]
  readonly environments: readonly string[] | null
}

/** The address range of a product's network. `product` is `existing` for the account that is left; `environment` null: all. */
export interface NetworkWish {
  readonly product: string
  readonly environment: string | null
  /** `10.0.0.0/16`, without host bits. */
  readonly cidr: string
}

/** A store that holds data. `product` null: the only one; `environment` null: production. */
export interface StoreWish {
  readonly name: string
  readonly kind: StoreKind
  readonly product: string | null
  readonly environment: string | null
}

/** What was decided about several accounts, for machines to read. */
export interface AccountsSummary {
  readonly accounts: readonly {
    readonly name: string
    readonly ou: string
    readonly email: string
    readonly environment: string | null
    readonly products: readonly string[]
    /** The range of its network; null: it needs none. */
    readonly cidr: string | null
  }[]
  readonly links: readonly {
    readonly id: string
    readonly flows: readonly { readonly from: string; readonly to: string; readonly ports: readonly number[] }[]
    readonly environments: readonly string[]
    readonly way: string
    readonly because: string
    readonly rejected: readonly { readonly way: string; readonly because: string }[]
  }[]
  readonly stores: readonly { readonly name: string; readonly kind: StoreKind; readonly account: string }[]
  readonly phases: readonly { readonly title: string; readonly impact: string }[]
}

/** What is wanted of several AWS accounts, as `.github/cicd.yml` or the form in an issue says it. Null: it does not say. */
export interface AccountsWish {
  readonly format: AccountsFormat | null
  readonly region: string | null
  /** An address that mail to `name+anything@` reaches, too. */
  readonly email: string | null
  /** The account in which everything is now, twelve digits. */
  readonly existing: string | null
  /** One account for each product of an environment, or one for the whole environment. */
  readonly split: 'product' | 'environment' | null
  /** Container images of all environments in one account, or in each. */
  readonly images: 'shared' | 'each' | null
  /** Lowest impact first. */
  readonly environments: readonly string[]
  readonly products: readonly string[]
  readonly links: readonly LinkWish[]
  readonly networks: readonly NetworkWish[]
  readonly stores: readonly StoreWish[]
}
