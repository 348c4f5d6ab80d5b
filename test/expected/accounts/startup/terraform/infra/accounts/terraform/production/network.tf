# The networks of production and the links between them. Nothing here leads to another environment.

module "shop_production" {
  source = "../vpc"
  name   = "shop-production"
  cidr   = "10.17.0.0/16"
  providers = {
    aws = aws.shop_production
  }
}

output "shop_production_public_subnet_ids" {
  value = module.shop_production.public_subnet_ids
}
