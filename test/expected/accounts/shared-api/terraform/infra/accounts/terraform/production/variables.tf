variable "region" {
  type        = string
  description = "The region of all networks"
  default     = "ap-northeast-1"
}

variable "auth_production_alb_arn" {
  type        = string
  description = "ARN of the Application Load Balancer of auth-production; empty until it is there"
  default     = ""
}

variable "auth_production_host" {
  type        = string
  description = "Name of auth-production in its certificate; empty until it is known"
  default     = ""
}
