# The networks of staging and the links between them. Nothing here leads to another environment.

data "aws_partition" "current" {
  provider = aws.shop_staging
}

module "shop_staging" {
  source = "../vpc"
  name   = "shop-staging"
  cidr   = "10.18.0.0/16"
  providers = {
    aws = aws.shop_staging
  }
}

module "auth_staging" {
  source = "../vpc"
  name   = "auth-staging"
  cidr   = "10.19.0.0/16"
  providers = {
    aws = aws.auth_staging
  }
}

resource "aws_security_group" "auth_staging_privatelink" {
  provider    = aws.auth_staging
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.auth_staging.vpc_id

  ingress {
    description = "From shop-staging"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.18.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "auth_staging" {
  provider                                                     = aws.auth_staging
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.auth_staging.private_subnet_ids
  security_groups                                              = [aws_security_group.auth_staging_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "auth_staging_443" {
  provider    = aws.auth_staging
  protocol    = "TCP"
  port        = 443
  vpc_id      = module.auth_staging.vpc_id
  target_type = "alb"

  health_check {
    protocol = "HTTPS"
    path     = "/"
    matcher  = "200-499"
  }
}

resource "aws_lb_target_group_attachment" "auth_staging_443" {
  provider         = aws.auth_staging
  count            = var.auth_staging_alb_arn == "" ? 0 : 1
  target_group_arn = aws_lb_target_group.auth_staging_443.arn
  target_id        = var.auth_staging_alb_arn
  port             = 443
}

resource "aws_lb_listener" "auth_staging_443" {
  provider          = aws.auth_staging
  load_balancer_arn = aws_lb.auth_staging.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.auth_staging_443.arn
  }
}

resource "aws_vpc_endpoint_service" "auth_staging" {
  provider                   = aws.auth_staging
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.auth_staging.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.shop_staging.owner_id}:root"]
}

resource "aws_security_group" "shop_staging_to_auth_staging" {
  provider    = aws.shop_staging
  name        = "to-auth-staging"
  description = "From shop-staging to the endpoint"
  vpc_id      = module.shop_staging.vpc_id

  ingress {
    description = "From shop-staging"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.18.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_endpoint" "shop_staging_to_auth_staging" {
  provider            = aws.shop_staging
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.shop_staging.vpc_id
  service_name        = aws_vpc_endpoint_service.auth_staging.service_name
  subnet_ids          = module.shop_staging.private_subnet_ids
  security_group_ids  = [aws_security_group.shop_staging_to_auth_staging.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "shop_staging_to_auth_staging" {
  provider = aws.shop_staging
  count    = var.auth_staging_host == "" ? 0 : 1
  name     = var.auth_staging_host

  vpc {
    vpc_id = module.shop_staging.vpc_id
  }
}

resource "aws_route53_record" "shop_staging_to_auth_staging" {
  provider = aws.shop_staging
  count    = var.auth_staging_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.shop_staging_to_auth_staging[0].zone_id
  name     = var.auth_staging_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.shop_staging_to_auth_staging.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.shop_staging_to_auth_staging.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

output "shop_staging_public_subnet_ids" {
  value = module.shop_staging.public_subnet_ids
}

output "auth_staging_public_subnet_ids" {
  value = module.auth_staging.public_subnet_ids
}
