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
  alias   = "shop_production"
  profile = "shop-production"
  region  = var.region
}

provider "aws" {
  alias   = "billing_production"
  profile = "billing-production"
  region  = var.region
}

provider "aws" {
  alias   = "crm_production"
  profile = "crm-production"
  region  = var.region
}

provider "aws" {
  alias   = "search_production"
  profile = "search-production"
  region  = var.region
}

provider "aws" {
  alias   = "legacy_production"
  profile = "legacy-production"
  region  = var.region
}

provider "aws" {
  alias   = "network"
  profile = "network"
  region  = var.region
}

provider "aws" {
  alias   = "existing"
  profile = "existing"
  region  = var.region
}
