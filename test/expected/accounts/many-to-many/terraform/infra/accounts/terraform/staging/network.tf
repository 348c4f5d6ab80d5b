# The networks of staging and the links between them. Nothing here leads to another environment.

data "aws_partition" "current" {
  provider = aws.shop_staging
}

module "shop_staging" {
  source = "../vpc"
  name   = "shop-staging"
  cidr   = "10.0.0.0/16"
  providers = {
    aws = aws.shop_staging
  }
}

module "billing_staging" {
  source = "../vpc"
  name   = "billing-staging"
  cidr   = "10.16.0.0/16"
  providers = {
    aws = aws.billing_staging
  }
}

module "crm_staging" {
  source = "../vpc"
  name   = "crm-staging"
  cidr   = "10.17.0.0/16"
  providers = {
    aws = aws.crm_staging
  }
}

module "search_staging" {
  source = "../vpc"
  name   = "search-staging"
  cidr   = "10.18.0.0/16"
  providers = {
    aws = aws.search_staging
  }
}

module "legacy_staging" {
  source = "../vpc"
  name   = "legacy-staging"
  cidr   = "10.0.0.0/16"
  providers = {
    aws = aws.legacy_staging
  }
}

resource "aws_ec2_transit_gateway" "this" {
  provider                       = aws.network
  description                    = "Connects the networks of staging"
  auto_accept_shared_attachments = "enable"
  tags = {
    Name = "staging"
  }
}

resource "aws_ram_resource_share" "this" {
  provider                  = aws.network
  name                      = "transit-gateway-staging"
  allow_external_principals = false
}

resource "aws_ram_resource_association" "this" {
  provider           = aws.network
  resource_arn       = aws_ec2_transit_gateway.this.arn
  resource_share_arn = aws_ram_resource_share.this.arn
}

resource "aws_ram_principal_association" "shop_staging" {
  provider           = aws.network
  principal          = module.shop_staging.owner_id
  resource_share_arn = aws_ram_resource_share.this.arn
}

resource "aws_ec2_transit_gateway_vpc_attachment" "shop_staging" {
  provider           = aws.shop_staging
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = module.shop_staging.vpc_id
  subnet_ids         = module.shop_staging.private_subnet_ids
  depends_on         = [aws_ram_resource_association.this, aws_ram_principal_association.shop_staging]
  tags = {
    Name = "shop-staging"
  }
}

resource "aws_route" "shop_staging_public_to_billing_staging" {
  provider               = aws.shop_staging
  route_table_id         = module.shop_staging.public_route_table_id
  destination_cidr_block = "10.16.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.shop_staging]
}

resource "aws_route" "shop_staging_private_to_billing_staging" {
  provider               = aws.shop_staging
  route_table_id         = module.shop_staging.private_route_table_id
  destination_cidr_block = "10.16.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.shop_staging]
}

resource "aws_route" "shop_staging_public_to_crm_staging" {
  provider               = aws.shop_staging
  route_table_id         = module.shop_staging.public_route_table_id
  destination_cidr_block = "10.17.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.shop_staging]
}

resource "aws_route" "shop_staging_private_to_crm_staging" {
  provider               = aws.shop_staging
  route_table_id         = module.shop_staging.private_route_table_id
  destination_cidr_block = "10.17.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.shop_staging]
}

resource "aws_security_group" "shop_staging_from_partners" {
  provider    = aws.shop_staging
  name        = "from-partners"
  description = "Put it on what others may reach in shop-staging"
  vpc_id      = module.shop_staging.vpc_id

  ingress {
    description = "From billing-staging"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.16.0.0/16"]
  }

  ingress {
    description = "From crm-staging"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.17.0.0/16"]
  }

  ingress {
    description = "From crm-staging"
    protocol    = "tcp"
    from_port   = 9090
    to_port     = 9090
    cidr_blocks = ["10.17.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_ram_principal_association" "billing_staging" {
  provider           = aws.network
  principal          = module.billing_staging.owner_id
  resource_share_arn = aws_ram_resource_share.this.arn
}

resource "aws_ec2_transit_gateway_vpc_attachment" "billing_staging" {
  provider           = aws.billing_staging
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = module.billing_staging.vpc_id
  subnet_ids         = module.billing_staging.private_subnet_ids
  depends_on         = [aws_ram_resource_association.this, aws_ram_principal_association.billing_staging]
  tags = {
    Name = "billing-staging"
  }
}

resource "aws_route" "billing_staging_public_to_shop_staging" {
  provider               = aws.billing_staging
  route_table_id         = module.billing_staging.public_route_table_id
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.billing_staging]
}

resource "aws_route" "billing_staging_private_to_shop_staging" {
  provider               = aws.billing_staging
  route_table_id         = module.billing_staging.private_route_table_id
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.billing_staging]
}

resource "aws_route" "billing_staging_public_to_crm_staging" {
  provider               = aws.billing_staging
  route_table_id         = module.billing_staging.public_route_table_id
  destination_cidr_block = "10.17.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.billing_staging]
}

resource "aws_route" "billing_staging_private_to_crm_staging" {
  provider               = aws.billing_staging
  route_table_id         = module.billing_staging.private_route_table_id
  destination_cidr_block = "10.17.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.billing_staging]
}

resource "aws_security_group" "billing_staging_from_partners" {
  provider    = aws.billing_staging
  name        = "from-partners"
  description = "Put it on what others may reach in billing-staging"
  vpc_id      = module.billing_staging.vpc_id

  ingress {
    description = "From shop-staging"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.0.0.0/16"]
  }

  ingress {
    description = "From crm-staging"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.17.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_ram_principal_association" "crm_staging" {
  provider           = aws.network
  principal          = module.crm_staging.owner_id
  resource_share_arn = aws_ram_resource_share.this.arn
}

resource "aws_ec2_transit_gateway_vpc_attachment" "crm_staging" {
  provider           = aws.crm_staging
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = module.crm_staging.vpc_id
  subnet_ids         = module.crm_staging.private_subnet_ids
  depends_on         = [aws_ram_resource_association.this, aws_ram_principal_association.crm_staging]
  tags = {
    Name = "crm-staging"
  }
}

resource "aws_route" "crm_staging_public_to_shop_staging" {
  provider               = aws.crm_staging
  route_table_id         = module.crm_staging.public_route_table_id
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.crm_staging]
}

resource "aws_route" "crm_staging_private_to_shop_staging" {
  provider               = aws.crm_staging
  route_table_id         = module.crm_staging.private_route_table_id
  destination_cidr_block = "10.0.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.crm_staging]
}

resource "aws_route" "crm_staging_public_to_billing_staging" {
  provider               = aws.crm_staging
  route_table_id         = module.crm_staging.public_route_table_id
  destination_cidr_block = "10.16.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.crm_staging]
}

resource "aws_route" "crm_staging_private_to_billing_staging" {
  provider               = aws.crm_staging
  route_table_id         = module.crm_staging.private_route_table_id
  destination_cidr_block = "10.16.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway.this.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.crm_staging]
}

resource "aws_security_group" "crm_staging_from_partners" {
  provider    = aws.crm_staging
  name        = "from-partners"
  description = "Put it on what others may reach in crm-staging"
  vpc_id      = module.crm_staging.vpc_id

  ingress {
    description = "From shop-staging"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.0.0.0/16"]
  }

  ingress {
    description = "From shop-staging"
    protocol    = "tcp"
    from_port   = 9090
    to_port     = 9090
    cidr_blocks = ["10.0.0.0/16"]
  }

  ingress {
    description = "From billing-staging"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.16.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "crm_staging_privatelink" {
  provider    = aws.crm_staging
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.crm_staging.vpc_id

  ingress {
    description = "From legacy-staging"
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

resource "aws_lb" "crm_staging" {
  provider                                                     = aws.crm_staging
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.crm_staging.private_subnet_ids
  security_groups                                              = [aws_security_group.crm_staging_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "crm_staging_443" {
  provider    = aws.crm_staging
  protocol    = "TCP"
  port        = 443
  vpc_id      = module.crm_staging.vpc_id
  target_type = "alb"

  health_check {
    protocol = "HTTPS"
    path     = "/"
    matcher  = "200-499"
  }
}

resource "aws_lb_target_group_attachment" "crm_staging_443" {
  provider         = aws.crm_staging
  count            = var.crm_staging_alb_arn == "" ? 0 : 1
  target_group_arn = aws_lb_target_group.crm_staging_443.arn
  target_id        = var.crm_staging_alb_arn
  port             = 443
}

resource "aws_lb_listener" "crm_staging_443" {
  provider          = aws.crm_staging
  load_balancer_arn = aws_lb.crm_staging.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.crm_staging_443.arn
  }
}

resource "aws_vpc_endpoint_service" "crm_staging" {
  provider                   = aws.crm_staging
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.crm_staging.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.legacy_staging.owner_id}:root"]
}

resource "aws_security_group" "legacy_staging_to_crm_staging" {
  provider    = aws.legacy_staging
  name        = "to-crm-staging"
  description = "From legacy-staging to the endpoint"
  vpc_id      = module.legacy_staging.vpc_id

  ingress {
    description = "From legacy-staging"
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

resource "aws_vpc_endpoint" "legacy_staging_to_crm_staging" {
  provider            = aws.legacy_staging
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.legacy_staging.vpc_id
  service_name        = aws_vpc_endpoint_service.crm_staging.service_name
  subnet_ids          = module.legacy_staging.private_subnet_ids
  security_group_ids  = [aws_security_group.legacy_staging_to_crm_staging.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "legacy_staging_to_crm_staging" {
  provider = aws.legacy_staging
  count    = var.crm_staging_host == "" ? 0 : 1
  name     = var.crm_staging_host

  vpc {
    vpc_id = module.legacy_staging.vpc_id
  }
}

resource "aws_route53_record" "legacy_staging_to_crm_staging" {
  provider = aws.legacy_staging
  count    = var.crm_staging_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.legacy_staging_to_crm_staging[0].zone_id
  name     = var.crm_staging_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.legacy_staging_to_crm_staging.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.legacy_staging_to_crm_staging.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_security_group" "search_staging_privatelink" {
  provider    = aws.search_staging
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.search_staging.vpc_id

  ingress {
    description = "From shop-staging"
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

resource "aws_lb" "search_staging" {
  provider                                                     = aws.search_staging
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.search_staging.private_subnet_ids
  security_groups                                              = [aws_security_group.search_staging_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "search_staging_9200" {
  provider    = aws.search_staging
  protocol    = "TCP"
  port        = 9200
  vpc_id      = module.search_staging.vpc_id
  target_type = "ip"
}

resource "aws_lb_listener" "search_staging_9200" {
  provider          = aws.search_staging
  load_balancer_arn = aws_lb.search_staging.arn
  port              = 9200
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.search_staging_9200.arn
  }
}

resource "aws_vpc_endpoint_service" "search_staging" {
  provider                   = aws.search_staging
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.search_staging.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.shop_staging.owner_id}:root"]
}

resource "aws_security_group" "shop_staging_to_search_staging" {
  provider    = aws.shop_staging
  name        = "to-search-staging"
  description = "From shop-staging to the endpoint"
  vpc_id      = module.shop_staging.vpc_id

  ingress {
    description = "From shop-staging"
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

resource "aws_vpc_endpoint" "shop_staging_to_search_staging" {
  provider            = aws.shop_staging
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.shop_staging.vpc_id
  service_name        = aws_vpc_endpoint_service.search_staging.service_name
  subnet_ids          = module.shop_staging.private_subnet_ids
  security_group_ids  = [aws_security_group.shop_staging_to_search_staging.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "shop_staging_to_search_staging" {
  provider = aws.shop_staging
  count    = var.search_staging_host == "" ? 0 : 1
  name     = var.search_staging_host

  vpc {
    vpc_id = module.shop_staging.vpc_id
  }
}

resource "aws_route53_record" "shop_staging_to_search_staging" {
  provider = aws.shop_staging
  count    = var.search_staging_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.shop_staging_to_search_staging[0].zone_id
  name     = var.search_staging_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.shop_staging_to_search_staging.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.shop_staging_to_search_staging.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_security_group" "legacy_staging_privatelink" {
  provider    = aws.legacy_staging
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.legacy_staging.vpc_id

  ingress {
    description = "From crm-staging"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.17.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "legacy_staging" {
  provider                                                     = aws.legacy_staging
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.legacy_staging.private_subnet_ids
  security_groups                                              = [aws_security_group.legacy_staging_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "legacy_staging_443" {
  provider    = aws.legacy_staging
  protocol    = "TCP"
  port        = 443
  vpc_id      = module.legacy_staging.vpc_id
  target_type = "alb"

  health_check {
    protocol = "HTTPS"
    path     = "/"
    matcher  = "200-499"
  }
}

resource "aws_lb_target_group_attachment" "legacy_staging_443" {
  provider         = aws.legacy_staging
  count            = var.legacy_staging_alb_arn == "" ? 0 : 1
  target_group_arn = aws_lb_target_group.legacy_staging_443.arn
  target_id        = var.legacy_staging_alb_arn
  port             = 443
}

resource "aws_lb_listener" "legacy_staging_443" {
  provider          = aws.legacy_staging
  load_balancer_arn = aws_lb.legacy_staging.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.legacy_staging_443.arn
  }
}

resource "aws_vpc_endpoint_service" "legacy_staging" {
  provider                   = aws.legacy_staging
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.legacy_staging.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.crm_staging.owner_id}:root"]
}

resource "aws_security_group" "crm_staging_to_legacy_staging" {
  provider    = aws.crm_staging
  name        = "to-legacy-staging"
  description = "From crm-staging to the endpoint"
  vpc_id      = module.crm_staging.vpc_id

  ingress {
    description = "From crm-staging"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.17.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_endpoint" "crm_staging_to_legacy_staging" {
  provider            = aws.crm_staging
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.crm_staging.vpc_id
  service_name        = aws_vpc_endpoint_service.legacy_staging.service_name
  subnet_ids          = module.crm_staging.private_subnet_ids
  security_group_ids  = [aws_security_group.crm_staging_to_legacy_staging.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "crm_staging_to_legacy_staging" {
  provider = aws.crm_staging
  count    = var.legacy_staging_host == "" ? 0 : 1
  name     = var.legacy_staging_host

  vpc {
    vpc_id = module.crm_staging.vpc_id
  }
}

resource "aws_route53_record" "crm_staging_to_legacy_staging" {
  provider = aws.crm_staging
  count    = var.legacy_staging_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.crm_staging_to_legacy_staging[0].zone_id
  name     = var.legacy_staging_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.crm_staging_to_legacy_staging.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.crm_staging_to_legacy_staging.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

output "shop_staging_public_subnet_ids" {
  value = module.shop_staging.public_subnet_ids
}

output "billing_staging_public_subnet_ids" {
  value = module.billing_staging.public_subnet_ids
}

output "crm_staging_public_subnet_ids" {
  value = module.crm_staging.public_subnet_ids
}

output "search_staging_public_subnet_ids" {
  value = module.search_staging.public_subnet_ids
}

output "legacy_staging_public_subnet_ids" {
  value = module.legacy_staging.public_subnet_ids
}
