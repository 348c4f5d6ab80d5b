# The networks of dev and the links between them. Nothing here leads to another environment.

data "aws_partition" "current" {
  provider = aws.shop_dev
}

module "shop_dev" {
  source = "../vpc"
  name   = "shop-dev"
  cidr   = "10.16.0.0/16"
  providers = {
    aws = aws.shop_dev
  }
}

module "auth_dev" {
  source = "../vpc"
  name   = "auth-dev"
  cidr   = "10.17.0.0/16"
  providers = {
    aws = aws.auth_dev
  }
}

resource "aws_security_group" "auth_dev_privatelink" {
  provider    = aws.auth_dev
  name        = "privatelink"
  description = "What comes in over PrivateLink"
  vpc_id      = module.auth_dev.vpc_id

  ingress {
    description = "From shop-dev"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.16.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "auth_dev" {
  provider                                                     = aws.auth_dev
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = module.auth_dev.private_subnet_ids
  security_groups                                              = [aws_security_group.auth_dev_privatelink.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "auth_dev_443" {
  provider    = aws.auth_dev
  protocol    = "TCP"
  port        = 443
  vpc_id      = module.auth_dev.vpc_id
  target_type = "alb"

  health_check {
    protocol = "HTTPS"
    path     = "/"
    matcher  = "200-499"
  }
}

resource "aws_lb_target_group_attachment" "auth_dev_443" {
  provider         = aws.auth_dev
  count            = var.auth_dev_alb_arn == "" ? 0 : 1
  target_group_arn = aws_lb_target_group.auth_dev_443.arn
  target_id        = var.auth_dev_alb_arn
  port             = 443
}

resource "aws_lb_listener" "auth_dev_443" {
  provider          = aws.auth_dev
  load_balancer_arn = aws_lb.auth_dev.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.auth_dev_443.arn
  }
}

resource "aws_vpc_endpoint_service" "auth_dev" {
  provider                   = aws.auth_dev
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.auth_dev.arn]
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::${module.shop_dev.owner_id}:root"]
}

resource "aws_security_group" "shop_dev_to_auth_dev" {
  provider    = aws.shop_dev
  name        = "to-auth-dev"
  description = "From shop-dev to the endpoint"
  vpc_id      = module.shop_dev.vpc_id

  ingress {
    description = "From shop-dev"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.16.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_endpoint" "shop_dev_to_auth_dev" {
  provider            = aws.shop_dev
  vpc_endpoint_type   = "Interface"
  vpc_id              = module.shop_dev.vpc_id
  service_name        = aws_vpc_endpoint_service.auth_dev.service_name
  subnet_ids          = module.shop_dev.private_subnet_ids
  security_group_ids  = [aws_security_group.shop_dev_to_auth_dev.id]
  private_dns_enabled = false
}

resource "aws_route53_zone" "shop_dev_to_auth_dev" {
  provider = aws.shop_dev
  count    = var.auth_dev_host == "" ? 0 : 1
  name     = var.auth_dev_host

  vpc {
    vpc_id = module.shop_dev.vpc_id
  }
}

resource "aws_route53_record" "shop_dev_to_auth_dev" {
  provider = aws.shop_dev
  count    = var.auth_dev_host == "" ? 0 : 1
  zone_id  = aws_route53_zone.shop_dev_to_auth_dev[0].zone_id
  name     = var.auth_dev_host
  type     = "A"

  alias {
    name                   = aws_vpc_endpoint.shop_dev_to_auth_dev.dns_entry[0].dns_name
    zone_id                = aws_vpc_endpoint.shop_dev_to_auth_dev.dns_entry[0].hosted_zone_id
    evaluate_target_health = false
  }
}

output "shop_dev_public_subnet_ids" {
  value = module.shop_dev.public_subnet_ids
}

output "auth_dev_public_subnet_ids" {
  value = module.auth_dev.public_subnet_ids
}
