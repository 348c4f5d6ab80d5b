# The way to the data in the old account, until it has moved. Delete this file then, and apply.

data "aws_caller_identity" "existing" {
  provider = aws.existing
}

variable "existing_vpc_id" {
  type        = string
  description = "Of the network in the old account: vpc_id"
}

variable "existing_public_route_table_id" {
  type        = string
  description = "Of the network in the old account: public_route_table_id"
}

variable "existing_private_route_table_id" {
  type        = string
  description = "Of the network in the old account: private_route_table_id"
}

resource "aws_vpc_peering_connection" "shop_production_to_existing" {
  provider      = aws.shop_production
  vpc_id        = module.shop_production.vpc_id
  peer_vpc_id   = var.existing_vpc_id
  peer_owner_id = data.aws_caller_identity.existing.account_id
}

resource "aws_vpc_peering_connection_accepter" "shop_production_to_existing" {
  provider                  = aws.existing
  vpc_peering_connection_id = aws_vpc_peering_connection.shop_production_to_existing.id
  auto_accept               = true
}

resource "aws_route" "shop_production_public_to_existing" {
  provider                  = aws.shop_production
  route_table_id            = module.shop_production.public_route_table_id
  destination_cidr_block    = "172.31.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.shop_production_to_existing.id
}

resource "aws_route" "shop_production_private_to_existing" {
  provider                  = aws.shop_production
  route_table_id            = module.shop_production.private_route_table_id
  destination_cidr_block    = "172.31.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.shop_production_to_existing.id
}

resource "aws_route" "existing_public_to_shop_production" {
  provider                  = aws.existing
  count                     = var.existing_public_route_table_id == var.existing_private_route_table_id ? 0 : 1
  route_table_id            = var.existing_public_route_table_id
  destination_cidr_block    = "10.17.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.shop_production_to_existing.id
}

resource "aws_route" "existing_private_to_shop_production" {
  provider                  = aws.existing
  route_table_id            = var.existing_private_route_table_id
  destination_cidr_block    = "10.17.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.shop_production_to_existing.id
}

resource "aws_security_group" "existing_from_shop_production" {
  provider    = aws.existing
  name        = "from-shop-production"
  description = "Put it on what shop-production may reach in existing"
  vpc_id      = var.existing_vpc_id

  ingress {
    description = "From shop-production"
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["10.17.0.0/16"]
  }

  ingress {
    description = "From shop-production"
    protocol    = "tcp"
    from_port   = 6379
    to_port     = 6379
    cidr_blocks = ["10.17.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}
