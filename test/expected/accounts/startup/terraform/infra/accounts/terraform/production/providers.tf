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
  alias   = "existing"
  profile = "existing"
  region  = var.region
}
