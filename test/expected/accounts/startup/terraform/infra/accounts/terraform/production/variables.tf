variable "region" {
  type        = string
  description = "The region of all networks"
  default     = "ap-northeast-1"
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
