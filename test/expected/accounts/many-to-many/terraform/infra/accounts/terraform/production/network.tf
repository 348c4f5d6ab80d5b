# The networks of production and the links between them. Nothing here leads to another environment.

data "aws_partition" "current" {
  provider = aws.shop_production
}

module "shop_production" {
  source = "../vpc"
  name   = "shop-production"
  cidr   = "10.0.0.0/16"
  providers = {
    aws = aws.shop_production
  }
}

module "billing_production" {
  source = "../vpc"
  name   = "billing-production"
  cidr   = "10.19.0.0/16"
  providers = {
    aws = aws.billing_production
  }
}

module "crm_production" {
  source = "../vpc"
  name   = "crm-production"
  cidr   = "10.20.0.0/16"
  providers = {
    aws = aws.crm_production
  }
}

module "search_production" {
  source = "../vpc"
  name   = "search-production"
  cidr   = "10.21.0.0/16"
  providers = {
    aws = aws.search_production
  }
}

module "legacy_production" {
  source = "../vpc"
  name   = "legacy-production"
  cidr   = "10.0.0.0/16"
  providers = {
    aws = aws.legacy_production
  }
}

resource "aws_ec2_transit_gateway" "this" {
  provider                       = aws.network
  description                    = "Connects the networks of production"
  auto_accept_shared_attachments = "enable"
  tags = {
    Name = "production"
  }
}

resource "aws_ram_resource_share" "this" {
  provider                  = aws.network
  name                      = "transit-gateway-production"
  allow_external_principals = false
}

resource "aws_ram_resource_association" "this" {
  provider           = aws.network
  resource_arn       = aws_ec2_transit_gateway.this.arn
  resource_share_arn = aws_ram_resource_share.this.arn
}

resource "aws_ram_principal_association" "shop_production" {
  provider           = aws.network
  principal          = module.shop_production.owner_id
  resource_share_arn = aws_ram_resource_share.this.arn
}

resource "aws_ec2_transit_gateway_vpc_attachment" "shop_production" {
  provider           = aws.shop_production
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = module.shop_production.vpc_id
  subnet_ids         = module.shop_production.private_subnet_ids
  depends_on         = [aws_ram_resource_association.this, aws_ram_principal_association.shop_production]
  tags = {
    Name = "shop-production"
  }
}

resource "aws_route" "shop_production_public_to_billing_production" {
  provider               = aws.shop_production
  route_table_id         = module.shop_production.public_route_table_id
  destination_cidr_block = "10.19.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.shop_production]
}

resource "aws_route" "shop_production_private_to_billing_production" {
  provider               = aws.shop_production
  route_table_id         = module.shop_production.private_route_table_id
  destination_cidr_block = "10.19.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.shop_production]
}

resource "aws_route" "shop_production_public_to_crm_production" {
  provider               = aws.shop_production
  route_table_id         = module.shop_production.public_route_table_id
  destination_cidr_block = "10.20.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.shop_production]
}

resource "aws_route" "shop_production_private_to_crm_production" {
  provider               = aws.shop_production
  route_table_id         = module.shop_production.private_route_table_id
  destination_cidr_block = "10.20.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.shop_production]
}

resource "aws_security_group" "shop_production_from_partners" {
  provider    = aws.shop_production
  name        = "from-partners"
  description = "Put it on what others may reach in shop-production"
  vpc_id      = module.shop_production.vpc_id

  ingress {
    description = "From billing-production"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.19.0.0/16"]
  }

  ingress {
    description = "From crm-production"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.20.0.0/16"]
  }

  ingress {
    description = "From crm-production"
    protocol    = "tcp"
    from_port   = 9090
    to_port     = 9090
    cidr_blocks = ["10.20.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_ram_principal_association" "billing_production" {
  provider           = aws.network
  principal          = module.billing_production.owner_id
  resource_share_arn = aws_ram_resource_share.this.arn
}

resource "aws_ec2_transit_gateway_vpc_attachment" "billing_production" {
  provider           = aws.billing_production
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = module.billing_production.vpc_id
  subnet_ids         = module.billing_production.private_subnet_ids
  depends_on         = [aws_ram_resource_association.this, aws_ram_principal_association.billing_production]
  tags = {
    Name = "billing-production"
  }
}

resource "aws_route" "billing_production_public_to_shop_production" {
  provider               = aws.billing_production
  route_table_id         = module.billing_production.public_route_table_id
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.billing_production]
}

resource "aws_route" "billing_production_private_to_shop_production" {
  provider               = aws.billing_production
  route_table_id         = module.billing_production.private_route_table_id
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.billing_production]
}

resource "aws_route" "billing_production_public_to_crm_production" {
  provider               = aws.billing_production
  route_table_id         = module.billing_production.public_route_table_id
  destination_cidr_block = "10.20.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.billing_production]
}

resource "aws_route" "billing_production_private_to_crm_production" {
  provider               = aws.billing_production
  route_table_id         = module.billing_production.private_route_table_id
  destination_cidr_block = "10.20.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.billing_production]
}

resource "aws_security_group" "billing_production_from_partners" {
  provider    = aws.billing_production
  name        = "from-partners"
  description = "Put it on what others may reach in billing-production"
  vpc_id      = module.billing_production.vpc_id

  ingress {
    description = "From shop-production"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.0.0.0/16"]
  }

  ingress {
    description = "From crm-production"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.20.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_ram_principal_association" "crm_production" {
  provider           = aws.network
  principal          = module.crm_production.owner_id
  resource_share_arn = aws_ram_resource_share.this.arn
}

resource "aws_ec2_transit_gateway_vpc_attachment" "crm_production" {
  provider           = aws.crm_production
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = module.crm_production.vpc_id
  subnet_ids         = module.crm_production.private_subnet_ids
  depends_on         = [aws_ram_resource_association.this, aws_ram_principal_association.crm_production]
  tags = {
    Name = "crm-production"
  }
}

resource "aws_route" "crm_production_public_to_shop_production" {
  provider               = aws.crm_production
  route_table_id         = module.crm_production.public_route_table_id
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.crm_production]
}

resource "aws_route" "crm_production_private_to_shop_production" {
  provider               = aws.crm_production
  route_table_id         = module.crm_production.private_route_table_id
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.crm_production]
}

resource "aws_route" "crm_production_public_to_billing_production" {
  provider               = aws.crm_production
  route_table_id         = module.crm_production.public_route_table_id
  destination_cidr_block = "10.19.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.crm_production]
}

resource "aws_route" "crm_production_private_to_billing_production" {
  provider               = aws.crm_production
  route_table_id         = module.crm_production.private_route_table_id
  destination_cidr_block = "10.19.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.crm_production]
}

resource "aws_security_group" "crm_production_from_partners" {
  provider    = aws.crm_production
  name        = "from-partners"
  description = "Put it on what others may reach in crm-production"
  vpc_id      = module.crm_production.vpc_id

  ingress {
    description = "From shop-production"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.0.0.0/16"]
  }

  ingress {
    description = "From shop-production"
    protocol    = "tcp"
    from_port   = 9090
    to_port     = 9090
    cidr_blocks = ["10.0.0.0/16"]
  }

  ingress {
    description = "From billing-production"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.19.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "crm_production_privatelink" {
  provider    = aws.crm_production
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.crm_production.vpc_id

  ingress {
    description = "From legacy-production"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "crm_production" {
  provider                                                     = aws.crm_production
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.crm_production.private_subnet_ids
  security_groups                                              = [aws_security_group.crm_production_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "crm_production_443" {
  provider    = aws.crm_production
  protocol    = "TCP"
  port        = 443
  vpc_id      = module.crm_production.vpc_id
  target_type = "alb"

  health_check {
    protocol = "HTTPS"
    path     = "/"
    matcher  = "200-499"
  }
}

resource "aws_lb_target_group_attachment" "crm_production_443" {
  provider         = aws.crm_production
  count            = var.crm_production_alb_arn == "" ? 0 : 1
  target_group_arn = aws_lb_target_group.crm_production_443.arn
  target_id        = var.crm_production_alb_arn
  port             = 443
}

resource "aws_lb_listener" "crm_production_443" {
  provider          = aws.crm_production
  load_balancer_arn = aws_lb.crm_production.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.crm_production_443.arn
  }
}

resource "aws_vpc_endpoint_service" "crm_production" {
  provider                   = aws.crm_production
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.crm_production.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.legacy_production.owner_id}:root"]
}

resource "aws_security_group" "legacy_production_to_crm_production" {
  provider    = aws.legacy_production
  name        = "to-crm-production"
  description = "From legacy-production to the endpoint"
  vpc_id      = module.legacy_production.vpc_id

  ingress {
    description = "From legacy-production"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_endpoint" "legacy_production_to_crm_production" {
  provider            = aws.legacy_production
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.legacy_production.vpc_id
  service_name        = aws_vpc_endpoint_service.crm_production.service_name
  subnet_ids          = module.legacy_production.private_subnet_ids
  security_group_ids  = [aws_security_group.legacy_production_to_crm_production.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "legacy_production_to_crm_production" {
  provider = aws.legacy_production
  count    = var.crm_production_host == "" ? 0 : 1
  name     = var.crm_production_host

  vpc {
    vpc_id = module.legacy_production.vpc_id
  }
}

resource "aws_route53_record" "legacy_production_to_crm_production" {
  provider = aws.legacy_production
  count    = var.crm_production_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.legacy_production_to_crm_production[0].zone_id
  name     = var.crm_production_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.legacy_production_to_crm_production.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.legacy_production_to_crm_production.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_security_group" "search_production_privatelink" {
  provider    = aws.search_production
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.search_production.vpc_id

  ingress {
    description = "From shop-production"
    protocol    = "tcp"
    from_port   = 9200
    to_port     = 9200
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "search_production" {
  provider                                                     = aws.search_production
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.search_production.private_subnet_ids
  security_groups                                              = [aws_security_group.search_production_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "search_production_9200" {
  provider    = aws.search_production
  protocol    = "TCP"
  port        = 9200
  vpc_id      = module.search_production.vpc_id
  target_type = "ip"
}

resource "aws_lb_listener" "search_production_9200" {
  provider          = aws.search_production
  load_balancer_arn = aws_lb.search_production.arn
  port              = 9200
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.search_production_9200.arn
  }
}

resource "aws_vpc_endpoint_service" "search_production" {
  provider                   = aws.search_production
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.search_production.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.shop_production.owner_id}:root"]
}

resource "aws_security_group" "shop_production_to_search_production" {
  provider    = aws.shop_production
  name        = "to-search-production"
  description = "From shop-production to the endpoint"
  vpc_id      = module.shop_production.vpc_id

  ingress {
    description = "From shop-production"
    protocol    = "tcp"
    from_port   = 9200
    to_port     = 9200
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_endpoint" "shop_production_to_search_production" {
  provider            = aws.shop_production
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.shop_production.vpc_id
  service_name        = aws_vpc_endpoint_service.search_production.service_name
  subnet_ids          = module.shop_production.private_subnet_ids
  security_group_ids  = [aws_security_group.shop_production_to_search_production.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "shop_production_to_search_production" {
  provider = aws.shop_production
  count    = var.search_production_host == "" ? 0 : 1
  name     = var.search_production_host

  vpc {
    vpc_id = module.shop_production.vpc_id
  }
}

resource "aws_route53_record" "shop_production_to_search_production" {
  provider = aws.shop_production
  count    = var.search_production_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.shop_production_to_search_production[0].zone_id
  name     = var.search_production_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.shop_production_to_search_production.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.shop_production_to_search_production.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_security_group" "legacy_production_privatelink" {
  provider    = aws.legacy_production
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.legacy_production.vpc_id

  ingress {
    description = "From crm-production"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.20.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "legacy_production" {
  provider                                                     = aws.legacy_production
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.legacy_production.private_subnet_ids
  security_groups                                              = [aws_security_group.legacy_production_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "legacy_production_443" {
  provider    = aws.legacy_production
  protocol    = "TCP"
  port        = 443
  vpc_id      = module.legacy_production.vpc_id
  target_type = "alb"

  health_check {
    protocol = "HTTPS"
    path     = "/"
    matcher  = "200-499"
  }
}

resource "aws_lb_target_group_attachment" "legacy_production_443" {
  provider         = aws.legacy_production
  count            = var.legacy_production_alb_arn == "" ? 0 : 1
  target_group_arn = aws_lb_target_group.legacy_production_443.arn
  target_id        = var.legacy_production_alb_arn
  port             = 443
}

resource "aws_lb_listener" "legacy_production_443" {
  provider          = aws.legacy_production
  load_balancer_arn = aws_lb.legacy_production.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.legacy_production_443.arn
  }
}

resource "aws_vpc_endpoint_service" "legacy_production" {
  provider                   = aws.legacy_production
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.legacy_production.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.crm_production.owner_id}:root"]
}

resource "aws_security_group" "crm_production_to_legacy_production" {
  provider    = aws.crm_production
  name        = "to-legacy-production"
  description = "From crm-production to the endpoint"
  vpc_id      = module.crm_production.vpc_id

  ingress {
    description = "From crm-production"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.20.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_endpoint" "crm_production_to_legacy_production" {
  provider            = aws.crm_production
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.crm_production.vpc_id
  service_name        = aws_vpc_endpoint_service.legacy_production.service_name
  subnet_ids          = module.crm_production.private_subnet_ids
  security_group_ids  = [aws_security_group.crm_production_to_legacy_production.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "crm_production_to_legacy_production" {
  provider = aws.crm_production
  count    = var.legacy_production_host == "" ? 0 : 1
  name     = var.legacy_production_host

  vpc {
    vpc_id = module.crm_production.vpc_id
  }
}

resource "aws_route53_record" "crm_production_to_legacy_production" {
  provider = aws.crm_production
  count    = var.legacy_production_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.crm_production_to_legacy_production[0].zone_id
  name     = var.legacy_production_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.crm_production_to_legacy_production.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.crm_production_to_legacy_production.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

output "shop_production_public_subnet_ids" {
  value = module.shop_production.public_subnet_ids
}

output "billing_production_public_subnet_ids" {
  value = module.billing_production.public_subnet_ids
}

output "crm_production_public_subnet_ids" {
  value = module.crm_production.public_subnet_ids
}

output "search_production_public_subnet_ids" {
  value = module.search_production.public_subnet_ids
}

output "legacy_production_public_subnet_ids" {
  value = module.legacy_production.public_subnet_ids
}
