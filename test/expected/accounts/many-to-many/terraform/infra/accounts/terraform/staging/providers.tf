# Each account is reached by the profile of its name (~/.aws/config).
# Before several people work with it, put the state into S3: https://developer.hashicorp.com/terraform/language/backend/s3

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  alias   = "shop_staging"
  profile = "shop-staging"
  region  = var.region
}

provider "aws" {
  alias   = "billing_staging"
  profile = "billing-staging"
  region  = var.region
}

provider "aws" {
  alias   = "crm_staging"
  profile = "crm-staging"
  region  = var.region
}

provider "aws" {
  alias   = "search_staging"
  profile = "search-staging"
  region  = var.region
}

provider "aws" {
  alias   = "legacy_staging"
  profile = "legacy-staging"
  region  = var.region
}

provider "aws" {
  alias   = "network"
  profile = "network"
  region  = var.region
}
