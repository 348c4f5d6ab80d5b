# The networks of production and the links between them. Nothing here leads to another environment.

data "aws_partition" "current" {
  provider = aws.shop_production
}

module "shop_production" {
  source = "../vpc"
  name   = "shop-production"
  cidr   = "10.20.0.0/16"
  providers = {
    aws = aws.shop_production
  }
}

module "auth_production" {
  source = "../vpc"
  name   = "auth-production"
  cidr   = "10.21.0.0/16"
  providers = {
    aws = aws.auth_production
  }
}

resource "aws_security_group" "auth_production_privatelink" {
  provider    = aws.auth_production
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.auth_production.vpc_id

  ingress {
    description = "From shop-production"
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

resource "aws_lb" "auth_production" {
  provider                                                     = aws.auth_production
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.auth_production.private_subnet_ids
  security_groups                                              = [aws_security_group.auth_production_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "auth_production_443" {
  provider    = aws.auth_production
  protocol    = "TCP"
  port        = 443
  vpc_id      = module.auth_production.vpc_id
  target_type = "alb"

  health_check {
    protocol = "HTTPS"
    path     = "/"
    matcher  = "200-499"
  }
}

resource "aws_lb_target_group_attachment" "auth_production_443" {
  provider         = aws.auth_production
  count            = var.auth_production_alb_arn == "" ? 0 : 1
  target_group_arn = aws_lb_target_group.auth_production_443.arn
  target_id        = var.auth_production_alb_arn
  port             = 443
}

resource "aws_lb_listener" "auth_production_443" {
  provider          = aws.auth_production
  load_balancer_arn = aws_lb.auth_production.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.auth_production_443.arn
  }
}

resource "aws_vpc_endpoint_service" "auth_production" {
  provider                   = aws.auth_production
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.auth_production.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.shop_production.owner_id}:root"]
}

resource "aws_security_group" "shop_production_to_auth_production" {
  provider    = aws.shop_production
  name        = "to-auth-production"
  description = "From shop-production to the endpoint"
  vpc_id      = module.shop_production.vpc_id

  ingress {
    description = "From shop-production"
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

resource "aws_vpc_endpoint" "shop_production_to_auth_production" {
  provider            = aws.shop_production
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.shop_production.vpc_id
  service_name        = aws_vpc_endpoint_service.auth_production.service_name
  subnet_ids          = module.shop_production.private_subnet_ids
  security_group_ids  = [aws_security_group.shop_production_to_auth_production.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "shop_production_to_auth_production" {
  provider = aws.shop_production
  count    = var.auth_production_host == "" ? 0 : 1
  name     = var.auth_production_host

  vpc {
    vpc_id = module.shop_production.vpc_id
  }
}

resource "aws_route53_record" "shop_production_to_auth_production" {
  provider = aws.shop_production
  count    = var.auth_production_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.shop_production_to_auth_production[0].zone_id
  name     = var.auth_production_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.shop_production_to_auth_production.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.shop_production_to_auth_production.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

output "shop_production_public_subnet_ids" {
  value = module.shop_production.public_subnet_ids
}

output "auth_production_public_subnet_ids" {
  value = module.auth_production.public_subnet_ids
}
